import { describe, expect, it } from 'vitest'
import { joinSentences } from '../../scripts/export/images'
import { notesDocument, plainNote } from '../../scripts/export/notes'

const note = 'One *thing*. [click] Another.\n\nA third.\n\n**Point at:** the `bar`.\n\n**Sources:** none.'

describe('plainNote', () => {
  it('says first what is said, and loses no word but the marks', () => {
    expect(plainNote(note)).toBe('One thing. ▸ Another.\n\nA third.\n\nPoint at: the bar.\n\nSources: none.')
  })
})

describe('notesDocument', () => {
  const slides = [
    { no: 1, title: 'First', minutes: 1.5, note },
    { no: 2, title: 'Second', minutes: 0.75, note: 'Said.' },
    { no: 3, title: 'Sources', minutes: 0, note: 'Look them up.' },
  ].map(slide => ({ ...slide, alias: undefined, formerAliases: [], chapter: undefined, steps: 1, print: undefined }))
  const deck = { title: 'A deck', author: 'Ann', slides }

  it('has each slide with its minutes, the clock and the asides apart', () => {
    expect(notesDocument(deck, [1, 2, 3])).toBe(`# A deck

Speaker notes. Ann. 2:15 minutes in all; ▸ is a click.

## 1. First

*1:30, until 1:30*

One *thing*. ▸ Another.

A third.

- **Point at:** the \`bar\`.
- **Sources:** none.

## 2. Second

*0:45, until 2:15*

Said.

## 3. Sources

*Not part of the talk*

Look them up.
`)
  })

  it('keeps the clock of the whole talk for a few slides', () => {
    const text = notesDocument(deck, [2])
    expect(text).toContain('*0:45, until 2:15*')
    expect(text).not.toContain('First')
  })
})

describe('joinSentences', () => {
  it('ends every line as a sentence', () => {
    expect(joinSentences('A headline\n\n  “Said  so.” \nWhy?\n')).toBe('A headline. “Said so.” Why?')
  })
})
