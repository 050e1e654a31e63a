import { surveyAnswers } from '../../data/surveys'
import type { Language, SurveyChange, SurveyMeasure, SurveyPoint, SurveyYear } from '../../data/types'
import { formatPercent, formatRank } from '../../data/format'
import { languageName, languages } from '../languages/languages'

/** A point of a line on the chart, in percent of its width and height. */
export interface TrendPoint {
  x: number
  y: number
  point: SurveyPoint
}

/** A stretch between two neighbouring years. */
export interface TrendSegment {
  from: TrendPoint
  to: TrendPoint
}

export interface TrendScale {
  x: (year: number) => number
  y: (percent: number) => number
  /** Percent at the top of the chart. */
  top: number
  /** Percent at each rule, from zero upwards. */
  ticks: number[]
}

/** Where one line goes past the other. */
export interface TrendCrossing {
  x: number
  y: number
  /** The first year that has them the other way round. */
  year: number
  /** Which one is ahead from there on. */
  ahead: Language
}

/** Every year in which either language was asked about, in order. */
export function surveyYears({ go, rust }: SurveyMeasure): SurveyYear[] {
  return [...new Set([...go, ...rust].map(({ year }) => year))].sort()
}

/** How many answered in a year. */
export function answersIn(year: SurveyYear): string {
  return surveyAnswers[year]?.toLocaleString('en') ?? 'unknown'
}

/**
 * Scale of a chart of 100 × 100 whose percentages start at zero.
 * The top is the next multiple of the step that keeps four rules or fewer.
 *
 * Not d3-scale: its linear scale with ticks is 22 kB (9 kB compressed), all that draws this chart 9 kB (3.5 kB). Its steps
 * are 1, 2 and 5 times a power of ten besides, which gives a chart that ends at 100 percent five rules.
 */
export function trendScale(points: readonly SurveyPoint[]): TrendScale {
  const years = points.map(point => point.year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const highest = Math.max(...points.map(point => point.value ?? 0))
  const step = [5, 10, 20, 25].find(candidate => highest / candidate <= 4) ?? 25
  const top = Math.ceil(highest / step) * step
  return {
    x: year => (100 * (year - first)) / (last - first),
    y: percent => 100 * (1 - percent / top),
    top,
    ticks: Array.from({ length: top / step + 1 }, (_, i) => i * step),
  }
}

/** Points that have a value, placed on the scale. */
export function trendPoints(points: readonly SurveyPoint[], scale: TrendScale): TrendPoint[] {
  return points.flatMap(point =>
    point.value === null ? [] : [{ x: scale.x(point.year), y: scale.y(point.value), point }])
}

/** Lines between neighbouring years; a missing year or a change that breaks the measure leaves a gap, never a guess. */
export function trendSegments(points: readonly TrendPoint[], changes: readonly SurveyChange[]): TrendSegment[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]
    const isBroken = changes.some(({ breaks, year }) => breaks && year === to.point.year)
    return !from || isBroken || to.point.year - from.point.year !== 1 ? [] : [{ from, to }]
  })
}

/** Where a year without a value would stand: between its neighbours. */
export function trendGaps(points: readonly SurveyPoint[], scale: TrendScale): TrendPoint[] {
  return points.flatMap((point, i) => {
    const [before, after] = [points[i - 1]?.value, points[i + 1]?.value]
    return point.value !== null || before == null || after == null
      ? []
      : [{ x: scale.x(point.year), y: scale.y((before + after) / 2), point }]
  })
}

/** The last place where the lines change places, if they do so between two years that a line joins. */
export function trendCrossing(go: readonly TrendSegment[], rust: readonly TrendSegment[]): TrendCrossing | undefined {
  return go.flatMap(({ from, to }) => {
    const other = rust.find(segment => segment.to.point.year === to.point.year)
    if (!other)
      return []
    const [before, after] = [from.y - other.from.y, to.y - other.to.y]
    if (before * after >= 0)
      return []
    const share = before / (before - after)
    return [{
      x: from.x + share * (to.x - from.x),
      y: from.y + share * (to.y - from.y),
      year: to.point.year,
      ahead: after < 0 ? 'go' as const : 'rust' as const,
    }]
  }).at(-1)
}

/** How many times the first value the last one is, where nothing in between breaks the measure: `×1.9`. */
export function growthText(points: readonly SurveyPoint[], changes: readonly SurveyChange[]): string | undefined {
  const [first, last] = [points[0]?.value, points.at(-1)?.value]
  return first == null || last == null || changes.some(({ breaks }) => breaks)
    ? undefined
    : `×${(last / first).toFixed(1)}`
}

/** Everything on the chart in words, for whoever does not see it. */
export function chartText({ base, changes, go, label, rust }: SurveyMeasure): string {
  const series = languages.map((language) => {
    const points = (language === 'go' ? go : rust).map(({ note, rank, value, year }) =>
      value === null ? `${year} ${note}` : `${year} ${formatPercent(value)}${rank === null ? '' : ` ${formatRank(rank)}`}`)
    return `${languageName[language]}: ${points.join(', ')}.`
  })
  const notes = changes.map(({ note, year }) => `${year}: ${note}.`)
  return [`Line chart. ${label}, ${base}.`, ...series, ...notes].join(' ')
}

/**
 * Moves two labels apart, each by half of what is missing, where they would touch.
 * @param labels heights of the labels, in the chart’s units
 * @param distance the least distance between them
 */
export function spread([a, b]: readonly [number, number], distance: number): [number, number] {
  const missing = distance - Math.abs(a - b)
  if (missing <= 0)
    return [a, b]
  const by = a < b ? -missing / 2 : missing / 2
  return [a + by, b - by]
}
