import { describe, expect, it } from 'vitest'
import { splitNote } from '../../components/narration'

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
