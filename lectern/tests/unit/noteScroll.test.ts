// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { passageOf, scrollFor } from '../../presenter/noteScroll'

describe('what is in sight of a note', () => {
  it('is the passage, with a third of the room that is left above it', () => {
    expect(scrollFor({ top: 400, bottom: 460 }, 240)).toBe(340)
  })

  it('is the beginning of what is longer than the room', () => {
    expect(scrollFor({ top: 400, bottom: 800 }, 240)).toBe(400)
  })

  it('is the beginning of the note at its first words', () => {
    expect(scrollFor({ top: 10, bottom: 60 }, 240)).toBe(0)
  })
})

describe('the words of a step', () => {
  const mark = (clicks: number) => `<span class="slidev-note-click-mark" data-clicks="${clicks}"></span>`
  const note = (html: string) => Object.assign(document.createElement('div'), { innerHTML: html })
  const said = (html: string, step: number) => passageOf(note(html), step).toString().trim()

  const TALK = `<p>First. ${mark(1)} Then. ${mark(2)} And</p><p>then. ${mark(4)} Last.</p><p>If asked.</p>`

  it.each([
    [0, 'First.'],
    [1, 'Then.'],
    // A paragraph is enough to begin with.
    [2, 'And'],
    // Without a mark of its own.
    [3, 'And'],
    [4, 'Last.'],
    [9, 'Last.'],
  ])('of step %i are “%s”', (step, words) => {
    expect(said(TALK, step)).toBe(words)
  })

  it('are the first paragraph where nothing is marked before it', () => {
    expect(said('<p>First.</p><p>Second.</p>', 0)).toBe('First.')
    expect(said(`<p>First.</p><p>${mark(1)} Second.</p>`, 0)).toBe('First.')
  })

  it('are marked in a list too', () => {
    expect(said(`<p>First.</p><ul><li>${mark(1)} One</li><li>${mark(2)} Two</li></ul>`, 1)).toBe('One')
  })

  it('are all there is where there is no paragraph', () => {
    expect(said('Words.', 0)).toBe('Words.')
  })
})
