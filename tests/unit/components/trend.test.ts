import { describe, expect, it } from 'vitest'
import {
  chartText, growthText, spread, surveyYears, trendCrossing, trendGaps, trendPoints, trendScale, trendSegments, type TrendSegment,
} from '../../../components/surveys/trend'
import { surveys, type SurveyChange, type SurveyPoint, type SurveyYear } from '../../../data/deck'

type Values = Partial<Record<SurveyYear, number | null>>

function points(values: Values, status: SurveyPoint['status'] = 'published'): SurveyPoint[] {
  return Object.entries(values).map(([year, value]) =>
    ({ year: Number(year) as SurveyYear, value, rank: null, status, source: 'survey-2020' }))
}

describe('surveyYears', () => {
  it('joins the years of both languages, whichever of them has a year', () => {
    const survey = { ...surveys.used, go: points({ 2020: 1, 2022: 2 }), rust: points({ 2021: 3, 2022: 4 }) }
    expect(surveyYears(survey)).toEqual([2020, 2021, 2022])
  })
})

describe('trendScale', () => {
  const scale = trendScale(points({ 2020: 8.8, 2025: 16.4 }))

  it('spans the years from edge to edge', () => {
    expect([2020, 2021, 2025].map(scale.x)).toEqual([0, 20, 100])
  })

  it('starts at zero, at the foot of the chart', () => {
    expect(scale.y(0)).toBe(100)
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
    expect(trendScale(points({ 2020: 1, 2021: highest }))).toMatchObject({ top, ticks })
  })

  it.each(Object.entries(surveys))('holds every value of “%s”', (_id, { go, rust }) => {
    const all: SurveyPoint[] = [...go, ...rust]
    const { top, ticks } = trendScale(all)
    expect(Math.max(...all.map(({ value }) => value ?? 0))).toBeLessThanOrEqual(top)
    expect(ticks.length).toBeLessThanOrEqual(5)
  })
})

describe('trendPoints', () => {
  it('draws nothing where nothing is known', () => {
    const all = points({ 2020: 10, 2021: null, 2022: 20 })
    const drawn = trendPoints(all, trendScale(all))
    expect(drawn.map(({ x, y, point }) => [x, y, point.year])).toEqual([[0, 50, 2020], [100, 0, 2022]])
  })
})

describe('trendSegments', () => {
  function yearsOf(all: SurveyPoint[], changes: SurveyChange[] = []): number[][] {
    return trendSegments(trendPoints(all, trendScale(all)), changes)
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

  it('ends a line where the measure breaks, and goes on where it only weakened', () => {
    const all = points({ 2021: 1, 2022: 2, 2023: 3 })
    expect(yearsOf(all, [{ year: 2023, note: '', breaks: true }])).toEqual([[2021, 2022]])
    expect(yearsOf(all, [{ year: 2023, note: '', breaks: false }])).toEqual([[2021, 2022], [2022, 2023]])
  })

  it('has no line for one year, or none', () => {
    expect(trendSegments([], [])).toEqual([])
    expect(yearsOf(points({ 2020: 1, 2021: null }))).toEqual([])
  })
})

describe('trendGaps', () => {
  it('stand half-way between the values before and after', () => {
    const all = points({ 2020: 10, 2021: null, 2022: 20 })
    expect(trendGaps(all, trendScale(all)).map(({ x, y, point }) => [x, y, point.year])).toEqual([[50, 25, 2021]])
  })

  it('stand nowhere without both', () => {
    const all = points({ 2020: null, 2021: 20 })
    expect(trendGaps(all, trendScale(all))).toEqual([])
  })
})

describe('trendCrossing', () => {
  const scale = trendScale(points({ 2020: 0, 2021: 20 }))
  const segments = (values: Values): TrendSegment[] => trendSegments(trendPoints(points(values), scale), [])

  it('is where two lines meet, and knows who leads from there', () => {
    expect(trendCrossing(segments({ 2020: 10, 2021: 10 }), segments({ 2020: 5, 2021: 15 })))
      .toEqual({ x: 50, y: 50, year: 2021, ahead: 'rust' })
    expect(trendCrossing(segments({ 2020: 8, 2021: 12 }), segments({ 2020: 12, 2021: 8 }))?.ahead).toBe('go')
  })

  it('is nowhere while one stays ahead, or where a line is broken', () => {
    expect(trendCrossing(segments({ 2020: 10, 2021: 12 }), segments({ 2020: 5, 2021: 11 }))).toBeUndefined()
    expect(trendCrossing(segments({ 2020: 10, 2021: 10 }), [])).toBeUndefined()
  })
})

describe('growthText', () => {
  it('says how many times the first value the last one is', () => {
    expect(growthText(points({ 2020: 5, 2021: null, 2022: 17.5 }), [])).toBe('×3.5')
    expect(growthText(points({ 2020: 5, 2021: 8 }), [{ year: 2021, note: '', breaks: false }])).toBe('×1.6')
  })

  it('says nothing across a break, or without a value at either end', () => {
    expect(growthText(points({ 2020: 5, 2021: 8 }), [{ year: 2021, note: '', breaks: true }])).toBeUndefined()
    expect(growthText(points({ 2020: 5, 2021: null }), [])).toBeUndefined()
  })
})

describe('chartText', () => {
  it('has every year, value, rank and change', () => {
    const text = chartText(surveys.admired)
    expect(text).toContain('Go: 2020 62.3% #5, 2021 62.7% #10, 2022 No figure found., 2023 62.5% #13')
    expect(text).toContain('Rust: 2020 86.1% #1')
    expect(text).toContain('2026: asked in other words.')
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
