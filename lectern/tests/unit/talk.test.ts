import { describe, expect, it } from 'vitest'
import { fullCut, Talk, type TalkSlide } from '../../presenter/talk'
import { cutsOf, readCut, slidesInCut } from '../../deck/cut'
import { UserError } from '../../cli/run'

/** Six slides: the second is in the longer talk, the third and the last are for readers, the fourth has quotations. */
const slides: TalkSlide[] = [{ cuts: [10, 20] }, { cuts: [20] }, {}, { cuts: [10, 20], spoken: 1 }, { cuts: [10, 20] }, {}]

describe('Talk', () => {
  const short = new Talk(slides, 10)
  const long = new Talk(slides, 20)

  it('is the longest unless told otherwise', () => {
    expect(fullCut(slides)).toBe(20)
    expect(fullCut([{}])).toBe(0)
  })

  it('visits the slides of its length, on and back', () => {
    expect([1, 2, 3, 4, 5, 6].map(no => short.slideAfter(no))).toEqual([4, 4, 4, 5, undefined, undefined])
    expect([1, 2, 3, 4, 5, 6].map(no => short.slideBefore(no))).toEqual([undefined, 1, 1, 1, 4, 5])
    expect(long.slideAfter(1)).toBe(2)
    expect([1, 2, 3, 6].map(no => long.has(no))).toEqual([true, true, false, false])
  })

  it('shows the quotations that are spoken, and every step of other slides', () => {
    expect(short.lastStep(4, 3)).toBe(0)
    expect(short.lastStep(5, 3)).toBe(3)
    expect(new Talk([{ spoken: 2 }], 10).lastStep(1, 3)).toBe(1)
    expect(new Talk([{ spoken: 2 }], 10).lastStep(1, 0)).toBe(0)
  })

  it('knows its neighbours, however many slides lie between', () => {
    expect(short.areNeighbours(1, 4)).toBe(true)
    expect(short.areNeighbours(4, 1)).toBe(true)
    expect(long.areNeighbours(1, 4)).toBe(false)
    expect(short.areNeighbours(2, 4)).toBe(false)
  })

  it('goes on after a detour from where it was', () => {
    expect(short.resume(6, { no: 1, step: 0, hasMore: false })).toEqual({ no: 4, step: 0 })
    expect(short.resume(6, { no: 1, step: 0, hasMore: true })).toEqual({ no: 1, step: 1 })
    expect(short.resume(6, { no: 5, step: 2, hasMore: false })).toMatchObject({ no: 5, step: 2 })
  })

  it('joins in at the next slide where it has not begun', () => {
    expect(short.resume(2, undefined)).toEqual({ no: 4, step: 0 })
    expect(short.resume(6, undefined)).toBeUndefined()
  })
})

describe('--cut', () => {
  const deck = slides.map(({ cuts = [] }, index) => ({ cuts: [...cuts], no: index + 1 }))

  it('names a length that slides have', () => {
    expect(cutsOf(deck)).toEqual([10, 20])
    expect(readCut('20', deck)).toBe(20)
    expect(slidesInCut('10', deck)).toEqual([1, 4, 5])
  })

  it.each(['15', '', 'ten', '10.0'])('refuses “%s”', (value) => {
    expect(() => readCut(value, deck)).toThrow(new UserError(`--cut must be minutes that slides.md names in its cuts (10, 20), not “${value}”`))
  })
})
