import type { SurveyPoint } from '../data/types'

/** A point of a line on the chart, in the chart’s own units. */
export interface TrendPoint {
  x: number
  y: number
  point: SurveyPoint
}

/** A stretch between two neighbouring years. `computed`: at least one end was worked out, not published. */
export interface TrendSegment {
  from: TrendPoint
  to: TrendPoint
  computed: boolean
}

export interface TrendScale {
  x: (year: number) => number
  y: (percent: number) => number
  /** Percent at the top of the chart. */
  top: number
  /** Percent at each rule, from zero upwards. */
  ticks: number[]
}

/**
 * Scale of a chart `width` × `height` pixels whose percentages start at zero.
 * The top is the next multiple of the step that keeps four rules or fewer.
 */
export function trendScale(points: readonly SurveyPoint[], width: number, height: number): TrendScale {
  const years = points.map(point => point.year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const highest = Math.max(...points.map(point => point.value ?? 0))
  const step = [5, 10, 20, 25].find(candidate => highest / candidate <= 4) ?? 25
  const top = Math.ceil(highest / step) * step
  return {
    x: year => (width * (year - first)) / (last - first),
    y: percent => height * (1 - percent / top),
    top,
    ticks: Array.from({ length: top / step + 1 }, (_, i) => i * step),
  }
}

/** Points that have a value, placed on the scale. */
export function trendPoints(points: readonly SurveyPoint[], scale: TrendScale): TrendPoint[] {
  return points.flatMap(point =>
    point.value === null ? [] : [{ x: scale.x(point.year), y: scale.y(point.value), point }])
}

/** Lines between neighbouring years; a missing year leaves a gap, never a guess. */
export function trendSegments(points: readonly TrendPoint[]): TrendSegment[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]
    if (!from || to.point.year - from.point.year !== 1)
      return []
    return [{ from, to, computed: [from, to].some(end => end.point.status === 'computed') }]
  })
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
