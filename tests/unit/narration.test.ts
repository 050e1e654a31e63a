import { describe, expect, it } from 'vitest'
import { passagesOf, splitNote } from '../../components/narration'

const NOTE = `<p>First.</p>
<p><span class="slidev-note-click-mark" data-clicks="1"></span> Then <strong>this</strong>.</p>
<p><strong>Point at:</strong> the left.</p>
<p><strong>If asked:</strong> because
of that.</p>
<p><strong>Sources:</strong> the article.</p>
`

describe('splitNote', () => {
  it('keeps what is said, in order, with the marks of the clicks', () => {
    expect(splitNote(NOTE).spoken).toEqual([
      'First.',
      '<span class="slidev-note-click-mark" data-clicks="1"></span> Then <strong>this</strong>.',
    ])
  })

  it('sets the labelled parts apart, without their labels', () => {
    expect(splitNote(NOTE)).toMatchObject({
      pointAt: 'the left.',
      asked: 'because\nof that.',
      sources: 'the article.',
    })
  })

  it('takes a paragraph that opens with other bold words for speech', () => {
    expect(splitNote('<p><strong>Rust:</strong> the square.</p>').spoken).toEqual(['<strong>Rust:</strong> the square.'])
  })

  it('has nothing to say for an empty note', () => {
    expect(splitNote('')).toEqual({ spoken: [] })
  })
})

describe('passagesOf', () => {
  const mark = (click: number) => `<span class="slidev-note-click-mark" data-clicks="${click}"></span>`

  it('cuts paragraphs at the marks, which it leaves out', () => {
    expect(passagesOf(['One.', `${mark(1)} Two. ${mark(2)} Three.`])).toEqual([
      [{ step: 0, html: 'One.' }],
      [{ step: 1, html: ' Two. ' }, { step: 2, html: ' Three.' }],
    ])
  })

  it('goes on with a step until the next mark', () => {
    expect(passagesOf([`${mark(3)} A.`, 'B.']).flat().map(({ step }) => step)).toEqual([3, 3])
  })
})
