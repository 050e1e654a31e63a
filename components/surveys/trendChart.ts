import type { Language, SurveyMeasure, SurveyYear } from '../../data/types'
import { formatRank } from '../../data/format'
import { languages } from '../languages/languages'
import {
  growthText, spread, trendCrossing, trendGaps, trendPoints, trendScale, trendSegments,
  type TrendCrossing, type TrendPoint, type TrendScale, type TrendSegment,
} from './trend'

/** The line of a language, with what stands at its ends. */
export interface TrendLine {
  language: Language
  points: TrendPoint[]
  segments: TrendSegment[]
  gaps: TrendPoint[]
  /** Growth and ranks. */
  more: string
  /** Height of the label at its end. */
  end: number
  /** The lower line’s first value stands under it. */
  isLower: boolean
}

export interface TrendChart {
  scale: TrendScale
  lines: TrendLine[]
  /** Years in which neither mark would leave much of the other: Go’s becomes a ring around Rust’s square. */
  together: ReadonlySet<SurveyYear>
  crossing?: TrendCrossing
}

/** Least distance between two marks that leave each other be, in percent of the plot’s height. */
const NEAR = 3

/**
 * The chart of a measure, in percent of its width and height.
 * @param endHeight least distance between the labels at the ends of the lines
 */
export function trendChart(survey: SurveyMeasure, endHeight: number): TrendChart {
  const scale = trendScale(languages.flatMap(language => survey[language]))
  const [go, rust] = languages.map(language => trendPoints(survey[language], scale)) as [TrendPoint[], TrendPoint[]]
  const points = { go, rust }
  const [goEnd, rustEnd] = spread([go.at(-1)?.y ?? 0, rust.at(-1)?.y ?? 0], endHeight)
  const ends = { go: goEnd, rust: rustEnd }
  const lowest = Math.max(go[0]?.y ?? 0, rust[0]?.y ?? 0)
  const segments = { go: trendSegments(go, survey.changes), rust: trendSegments(rust, survey.changes) }
  return {
    scale,
    lines: languages.map(language => ({
      language,
      points: points[language],
      segments: segments[language],
      gaps: trendGaps(survey[language], scale),
      more: endText(survey, language),
      end: ends[language],
      isLower: (points[language][0]?.y ?? 0) === lowest,
    })),
    together: new Set(go.flatMap(({ point, y }) =>
      rust.some(other => other.point.year === point.year && Math.abs(other.y - y) < NEAR) ? [point.year] : [])),
    crossing: trendCrossing(segments.go, segments.rust),
  }
}

/** Growth, and the first rank and the last: `×1.9 · #12 → #9`. */
function endText(survey: SurveyMeasure, language: Language): string {
  const all = survey[language]
  const ranks = [all[0]?.rank, all.at(-1)?.rank].filter(rank => rank != null)
  return [growthText(all, survey.changes), [...new Set(ranks)].map(formatRank).join(' → ')].filter(Boolean).join(' · ')
}
