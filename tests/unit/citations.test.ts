// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { citationsIn } from '../../pages/citations'

function draw(html: string): Element {
  document.body.innerHTML = html
  return document.body
}

describe('citationsIn', () => {
  it('lists each slide once for every source that it names', () => {
    const page = draw(`
      <article class="slide" id="one" data-no="1"><h3 data-level="3"> One </h3>
        <a href="#source-a">1</a><a href="#source-a">1</a><a href="#source-b">2</a></article>
      <article class="slide" id="two" data-no="2"><h3 data-level="3">Two</h3><a href="#source-a">1</a></article>`)
    expect(citationsIn(page)).toEqual(new Map([
      ['a', [{ alias: 'one', no: 1, title: 'One' }, { alias: 'two', no: 2, title: 'Two' }]],
      ['b', [{ alias: 'one', no: 1, title: 'One' }]],
    ]))
  })
})
