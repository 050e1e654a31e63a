import type { ExperienceGroup, Language } from '../../data/types'
import { formatPercent } from '../../data/format'
import { languageName, languages } from '../languages/languages'

/** A group of people as a span of the chart, in percent of its width and height. */
export interface ExperienceBand {
  group: ExperienceGroup
  left: number
  right: number
  /** Height of either thread in this span. */
  y: Record<Language, number>
  /** Which language more of this group use. */
  ahead: Language
}

export interface ExperienceChart {
  bands: ExperienceBand[]
  paths: Record<Language, string>
  /** Where the threads change places, and who leads from there. */
  crossings: { x: number, y: number, ahead: Language }[]
}

/** Half the length over which a thread passes from one height to the next, percent of the chart’s width. */
const BEND = 6

/** Percent of a group that works with a language. */
export function shareOf(group: ExperienceGroup, language: Language): number {
  return (100 * group[language]) / group.answers
}

/** Mixes four control values as a cubic Bézier curve does. */
function bezier(t: number, [a, b, c, d]: readonly [number, number, number, number]): number {
  const s = 1 - t
  return a * s ** 3 + 3 * b * s ** 2 * t + 3 * c * s * t ** 2 + d * t ** 3
}

/** Where on a bend a thread has done the given share of its way up or down, 0 to 1. */
function bendAt(share: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (bezier(middle, [0, 0, 1, 1]) < share)
      low = middle
    else
      high = middle
  }
  return low
}

/**
 * Draws groups side by side, each as wide as it is large, and through them a thread for each language, as high as its
 * share. The chart starts at zero.
 * @param top percent at its top
 */
export function experienceChart(groups: readonly ExperienceGroup[], top: number): ExperienceChart {
  const total = groups.reduce((sum, { answers }) => sum + answers, 0)
  let reached = 0
  const bands = groups.map((group): ExperienceBand => {
    const left = reached
    reached += (100 * group.answers) / total
    const [go, rust] = languages.map(language => shareOf(group, language)) as [number, number]
    return {
      group,
      left,
      right: reached,
      y: { go: 100 * (1 - go / top), rust: 100 * (1 - rust / top) },
      ahead: go > rust ? 'go' : 'rust',
    }
  })
  const round = (value: number) => Number(value.toFixed(2))
  const pathOf = (language: Language) => bands.map(({ left, right, y }, i) => {
    const height = round(y[language])
    const start = i ? `C${round(left)} ${round(bands[i - 1]!.y[language])} ${round(left)} ${height} ${round(left + BEND)} ${height}` : `M0 ${height}`
    return `${start}H${round(i < bands.length - 1 ? right - BEND : right)}`
  }).join('')
  const crossings = bands.slice(1).flatMap((band, i) => {
    const before = bands[i]!
    if (before.ahead === band.ahead)
      return []
    const [from, to] = [before.y.go - before.y.rust, band.y.go - band.y.rust]
    const share = from / (from - to)
    return [{
      x: bezier(bendAt(share), [band.left - BEND, band.left, band.left, band.left + BEND]),
      y: before.y.go + share * (band.y.go - before.y.go),
      ahead: band.ahead,
    }]
  })
  return { bands, paths: { go: pathOf('go'), rust: pathOf('rust') }, crossings }
}

/** Everything on the chart in words, for whoever does not see it. */
export function experienceText(groups: readonly ExperienceGroup[]): string {
  return groups.map(group =>
    `${group.label} at work, ${group.answers.toLocaleString('en')} answers: ${languages
      .map(language => `${languageName[language]} ${formatPercent(shareOf(group, language))}`)
      .join(', ')}.`).join(' ')
}
