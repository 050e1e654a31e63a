import { describe, expect, it } from 'vitest'
import { chapterSpans } from '../../reader/chapters'

describe('chapterSpans', () => {
  it('counts the slides of each chapter', () => {
    expect(chapterSpans(['claim', undefined, undefined, 'numbers', 'since', undefined], '')).toEqual([
      { chapter: 'claim', first: 1, slides: 3 },
      { chapter: 'numbers', first: 4, slides: 1 },
      { chapter: 'since', first: 5, slides: 2 },
    ])
  })

  it('goes on with a chapter that a second slide names again', () => {
    expect(chapterSpans(['claim', 'claim'], '')).toEqual([{ chapter: 'claim', first: 1, slides: 2 }])
  })

  it('has no chapter without slides', () => {
    expect(chapterSpans([], '')).toEqual([])
  })

  it('puts slides before the first chapter under the name that is given for them', () => {
    expect(chapterSpans([undefined, 'claim'], '')).toEqual([{ chapter: '', first: 1, slides: 1 }, { chapter: 'claim', first: 2, slides: 1 }])
  })
})
