import { describe, expect, it } from 'vitest'
import { spread, trendPoints, trendScale, trendSegments } from '../../../components/trend'
import { surveys, type SurveyPoint, type SurveyYear } from '../../../data/deck'

type Values = Partial<Record<SurveyYear, number | null>>

function points(values: Values, status: SurveyPoint['status'] = 'published'): SurveyPoint[] {
  return Object.entries(values).map(([year, value]) =>
    ({ year: Number(year) as SurveyYear, value, rank: null, status, source: 'survey-2020' }))
}

describe('trendScale', () => {
  const scale = trendScale(points({ 2020: 8.8, 2025: 16.4 }), 440, 200)

  it('spans the years from edge to edge', () => {
    expect([2020, 2021, 2025].map(scale.x)).toEqual([0, 88, 440])
  })

  it('starts at zero, at the foot of the chart', () => {
    expect(scale.y(0)).toBe(200)
    expect(scale.y(scale.top)).toBe(0)
  })

  it.each([
    [3, 5, [0, 5]],
    [16.4, 20, [0, 5, 10, 15, 20]],
    [20, 20, [0, 5, 10, 15, 20]],
    [22.4, 30, [0, 10, 20, 30]],
    [67.7, 80, [0, 20, 40, 60, 80]],
    [87, 100, [0, 25, 50, 75, 100]],
    [100, 100, [0, 25, 50, 75, 100]],
  ])('for %d percent goes up to %i with a few round rules', (highest, top, ticks) => {
    expect(trendScale(points({ 2020: 1, 2021: highest }), 1, 1)).toMatchObject({ top, ticks })
  })

  it.each(Object.entries(surveys))('holds every value of “%s”', (_id, { go, rust }) => {
    const all: SurveyPoint[] = [...go, ...rust]
    const { top, ticks } = trendScale(all, 440, 200)
    expect(Math.max(...all.map(({ value }) => value ?? 0))).toBeLessThanOrEqual(top)
    expect(ticks.length).toBeLessThanOrEqual(5)
  })
})

describe('trendPoints', () => {
  it('draws nothing where nothing is known', () => {
    const all = points({ 2020: 10, 2021: null, 2022: 20 })
    const drawn = trendPoints(all, trendScale(all, 100, 100))
    expect(drawn.map(({ x, y, point }) => [x, y, point.year])).toEqual([[0, 50, 2020], [100, 0, 2022]])
  })
})

describe('trendSegments', () => {
  function yearsOf(all: SurveyPoint[]): number[][] {
    return trendSegments(trendPoints(all, trendScale(all, 100, 100)))
      .map(({ from, to }) => [from.point.year, to.point.year])
  }

  it('joins neighbouring years', () => {
    expect(yearsOf(points({ 2020: 1, 2021: 2, 2022: 3 }))).toEqual([[2020, 2021], [2021, 2022]])
  })

  it('leaves a gap at a missing year, whether it has no value or no point', () => {
    expect(yearsOf(points({ 2020: 1, 2021: 2, 2022: null, 2023: 4, 2024: 5 })))
      .toEqual([[2020, 2021], [2023, 2024]])
    expect(yearsOf(points({ 2020: 1, 2022: 3 }))).toEqual([])
  })

  it('marks what leads to or from a computed value', () => {
    const all = [...points({ 2021: 1, 2022: 2 }), ...points({ 2023: 3, 2024: 4 }, 'computed')]
    const segments = trendSegments(trendPoints(all, trendScale(all, 100, 100)))
    expect(segments.map(({ computed }) => computed)).toEqual([false, true, true])
  })

  it('has no line for one year, or none', () => {
    expect(trendSegments([])).toEqual([])
    expect(yearsOf(points({ 2020: 1, 2021: null }))).toEqual([])
  })
})

describe('spread', () => {
  it('leaves labels alone that have room', () => {
    expect(spread([10, 40], 28)).toEqual([10, 40])
    expect(spread([40, 12], 28)).toEqual([40, 12])
  })

  it('moves labels apart by as much each, and keeps their order', () => {
    expect(spread([10, 20], 28)).toEqual([1, 29])
    expect(spread([20, 10], 28)).toEqual([29, 1])
  })

  it('parts labels at one height', () => {
    const [a, b] = spread([50, 50], 28)
    expect(Math.abs(a - b)).toBe(28)
    expect(a + b).toBe(100)
  })
})
