import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countClicks, loadDeck } from '../../scripts/deck'

describe('countClicks', () => {
  it.each([
    ['', 0],
    ['One [click] two [click] three.', 2],
    ['[click:3] four', 3],
  ])('%j', (note, expected) => {
    expect(countClicks(note)).toBe(expected)
  })
})

describe('loadDeck', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deck-'))
    await writeFile(join(folder, 'slides.md'), `---
title: A deck
author: [Ann, Bob]
keywords: one, two
info: |
  Two
  lines.
---

# First

---
routeAlias: voices
print: steps
---

# Second

<!-- Now [click] this. -->
`)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('reads what the PDF needs to know', async () => {
    expect(await loadDeck(folder)).toEqual({
      title: 'A deck',
      author: 'Ann, Bob',
      subject: 'Two lines.',
      keywords: ['one', 'two'],
      slides: [
        { no: 1, title: 'A deck', alias: undefined, steps: 1, printsSteps: false },
        { no: 2, title: 'Second', alias: 'voices', steps: 2, printsSteps: true },
      ],
    })
  })
})
