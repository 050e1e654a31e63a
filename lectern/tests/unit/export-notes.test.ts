import { describe, expect, it } from 'vitest'
import { notesDocument } from '../../export/notes'

const note = 'One *thing*. [click] Another.\n\nA third.\n\n**Point at:** the `bar`.\n\n**Sources:** none.'

describe('notesDocument', () => {
  const slides = [
    { no: 1, title: 'First', minutes: 1.5, note },
    { no: 2, title: 'Second', minutes: 0.75, note: 'Said.' },
    { no: 3, title: 'Sources', minutes: 0, note: 'Look them up.' },
  ].map(slide => ({ ...slide, alias: undefined, formerAliases: [], chapter: undefined, cuts: [], steps: 1, print: undefined, frontmatter: {}, content: '', origins: [] }))
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

  it('has the clock of a shorter talk where the slides are one', () => {
    const text = notesDocument(deck, [2, 3], true)
    expect(text).toContain('0:45 minutes in all')
    expect(text).toContain('*0:45, until 0:45*')
  })
})

describe('the notes of a slide', () => {
  const documentOf = (note: string) =>
    notesDocument({ title: 'A deck', author: 'Ann', slides: [{ no: 1, title: 'First', minutes: 1, note, alias: undefined, formerAliases: [], chapter: undefined, cuts: [], steps: 1, print: undefined, frontmatter: {}, content: '', origins: [] }] }, [1])

  it('are Markdown still, with every letter', () => {
    expect(documentOf('Use `max_by_key`, a_b_c, 2*3*4 and __init__.\n\n1. one\n2. [click] two')).toContain(`

Use \`max_by_key\`, a_b_c, 2*3*4 and __init__.

1. one
2. ▸ two
`)
  })

  it('keep an aside of several blocks in one item', () => {
    expect(documentOf('Said.\n\n**Demo:** run\n\n- this\n- that\n\n**Sources:** none.')).toContain(`

- **Demo:** run

  - this
  - that
- **Sources:** none.
`)
  })
})
