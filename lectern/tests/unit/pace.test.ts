import { describe, expect, it } from 'vitest'
import { paceOf, plannedSeconds, slidesToDrop } from '../../presenter/pace'
import { Talk, type TalkSlide } from '../../presenter/talk'

/** The long talk has all of them but the third, the short one leaves out the second and the fifth. */
const slides: TalkSlide[] = [
  { cuts: [10, 20], minutes: 1 }, { cuts: [20], minutes: 2 }, {}, { cuts: [10, 20], minutes: 0 }, { cuts: [20], minutes: 1 }, { cuts: [10, 20], minutes: 4 },
]
const talk = new Talk(slides, 20)
const plan = talk.plan

describe('paceOf', () => {
  it('is in time for as long as the step is planned for', () => {
    expect(plannedSeconds(plan)).toBe(480)
    for (const [step, passed] of [[0, 60], [0, 119], [1, 121], [1, 180]] as const)
      expect(paceOf(plan, { no: 2, step, lastStep: 1 }, passed)).toEqual({ begins: 60, ends: 180, behind: 0, planned: 480 })
  })

  it('says by how many seconds the talk is behind or ahead', () => {
    expect(paceOf(plan, { no: 2, step: 0, lastStep: 1 }, 190)?.behind).toBe(70)
    expect(paceOf(plan, { no: 2, step: 1, lastStep: 1 }, 100)?.behind).toBe(-20)
    expect(paceOf(plan, { no: 1, step: 0, lastStep: 0 }, 0)?.behind).toBe(0)
    // A slide without a time of its own has to be left at once.
    expect(paceOf(plan, { no: 4, step: 0, lastStep: 0 }, 185)?.behind).toBe(5)
  })

  it('has nothing to say without a plan, or beside the talk', () => {
    expect(paceOf([{ no: 1, seconds: 0 }], { no: 1, step: 0, lastStep: 0 }, 10)).toBeUndefined()
    expect(paceOf(plan, { no: 3, step: 0, lastStep: 0 }, 10)).toBeUndefined()
  })
})

describe('slidesToDrop', () => {
  const drops = (here: number, behind: number) => slidesToDrop(plan, here, no => talk.isOptional(no), behind).map(({ no }) => no)

  it('names slides to come which the shorter talk does without, until enough is saved', () => {
    expect(drops(1, 30)).toEqual([2])
    expect(drops(1, 120)).toEqual([2])
    expect(drops(1, 121)).toEqual([2, 5])
    expect(drops(2, 500)).toEqual([5])
    expect(drops(5, 500)).toEqual([])
    expect(drops(1, 0)).toEqual([])
  })

  it('has none to name in the shortest talk', () => {
    const short = new Talk(slides, 10)
    expect(slidesToDrop(short.plan, 1, no => short.isOptional(no), 100)).toEqual([])
  })
})

it('a slide that is left out is no part of the talk, nor of its plan', () => {
  const shortened = new Talk(slides, 20, new Set([2]))
  expect([shortened.has(2), shortened.slideAfter(1)]).toEqual([false, 4])
  expect(plannedSeconds(shortened.plan)).toBe(360)
})
