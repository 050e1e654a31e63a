// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { dropButtons, levelHeadings, nameTableParts, slimCode } from '../../reader/readable'

function draw(html: string): Element {
  document.body.innerHTML = html
  return document.body
}

beforeEach(() => {
  document.body.innerHTML = ''
})

describe('levelHeadings', () => {
  it('keeps the level of the deck’s title and puts every other headline under its chapter', () => {
    const page = draw(`
      <article class="slide hero"><h1>Title</h1></article>
      <h2>Chapter</h2>
      <article class="slide"><h1>Claim</h1><h2>Go</h2></article>`)
    levelHeadings(page)
    expect(Array.from(page.querySelectorAll('[data-level]'), heading => [heading.textContent, heading.getAttribute('aria-level')]))
      .toEqual([['Title', '1'], ['Claim', '3'], ['Go', '4']])
  })
})

describe('nameTableParts', () => {
  it('names tables, rows, cells and both kinds of heads', () => {
    const page = draw(`<table>
      <thead><tr><td></td><th scope="col">Go</th></tr></thead>
      <tbody><tr><th scope="row">Year</th><td>2009</td><td aria-hidden="true">bar</td></tr></tbody></table>`)
    nameTableParts(page)
    const roles = Array.from(page.querySelectorAll('[role]'), part => part.getAttribute('role'))
    expect(roles).toEqual(['table', 'rowgroup', 'row', 'cell', 'columnheader', 'rowgroup', 'row', 'rowheader', 'cell'])
  })
})

describe('slimCode', () => {
  it('leaves a class where a token has a colour of its own, and the text to the letter', () => {
    const token = (kind: string, text: string) => `<span style="--shiki-light: var(--shiki-${kind}); --shiki-dark: var(--shiki-${kind})">${text}</span>`
    const page = draw(`<pre class="slidev-code" style="--shiki-light: x"><code><span class="line">${token('foreground', 'x ')}${
      token('token-keyword', ':=')}${token('token-string-expression', ' "s"')}</span></code></pre>`)
    slimCode(page)
    expect(page.querySelector('.line')!.innerHTML)
      .toBe('x <span class="keyword">:=</span><span class="quiet"> "s"</span>')
    expect(page.querySelector('[style]')).toBeNull()
  })

  it('leaves code alone whose theme has colours of its own', () => {
    const html = '<pre class="slidev-code" style="--shiki-light-bg:#fff"><code><span class="line"><span style="--shiki-light:#AB5959;--shiki-dark:#CB7676">const</span></span></code></pre>'
    const page = draw(html)
    slimCode(page)
    expect(page.innerHTML).toBe(html)
  })
})

describe('dropButtons', () => {
  it('keeps the words of buttons on slides, and the page’s own buttons', () => {
    const page = draw(`<button>Search</button><article class="slide">
      <pre>code</pre><button title="Copy"><svg></svg></button><p><button type="button"> More </button></p></article>`)
    dropButtons(page)
    expect(Array.from(page.querySelectorAll('button'), ({ textContent }) => textContent)).toEqual(['Search'])
    expect(page.querySelector('article p')!.innerHTML).toBe('<span>More</span>')
  })
})
