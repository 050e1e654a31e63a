import type { IsoDate } from '../../data/types'

/**
 * Years as a fraction: `2021-07-02` is about 2021.5. A missing month or day counts as the first.
 * @throws if the date is not ISO 8601.
 */
export function fractionalYear(date: IsoDate): number {
  const time = /^\d{4}(-\d{2}){0,2}$/.test(date) ? Date.parse(date) : Number.NaN
  if (Number.isNaN(time))
    throw new Error(`expected an ISO 8601 date, found “${date}”`)
  const year = new Date(time).getUTCFullYear()
  const start = Date.UTC(year, 0)
  return year + (time - start) / (Date.UTC(year + 1, 0) - start)
}

/** A label that hangs on a pole. Pixels. */
export interface Flag {
  left: number
  right: number
  /** `near` the line, or `far` from it: then the pole passes between labels that are near. */
  height: 'near' | 'far'
  /** Where the pole is: at an edge of the label, or `under` it. */
  pole: 'left' | 'under' | 'right'
}

/** Least distance between two labels, and between a label and another’s pole, pixels. */
const GAP = 7

/** Where a pole can be on its label, as a share of the label’s width, and what it costs: the left edge is best. */
const PLACES: readonly { at: number, pole: Flag['pole'], cost: number }[] = [
  { at: 0, pole: 'left', cost: 0 },
  { at: 1, pole: 'right', cost: 3 },
  ...[0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7].map(at => ({ at, pole: 'under', cost: 4 }) as const),
]

/**
 * Hangs labels on points of a line, on two heights, so that none covers another or another’s pole.
 * As many as can be have their pole at the left, and neighbours change heights.
 * @param points in ascending order, pixels
 * @param widths of the labels, pixels
 * @param room the labels stay within it
 * @throws if there is no room for all
 */
export function hangFlags(points: readonly number[], widths: readonly number[], room: readonly [number, number]): Flag[] {
  let best: { cost: number, flags: Flag[] } | undefined

  const hang = (flags: Flag[], cost: number): void => {
    if (best && cost >= best.cost)
      return
    const x = points[flags.length]
    const width = widths[flags.length]
    if (x === undefined || width === undefined) {
      best = { cost, flags }
      return
    }
    for (const height of ['far', 'near'] as const) {
      for (const place of PLACES) {
        const left = x - place.at * width
        const flag: Flag = { left, right: left + width, height, pole: place.pole }
        if (flag.left < room[0] || flag.right > room[1])
          continue
        if (flags.some((other, n) => isInTheWay(flag, x, other, points[n]!)))
          continue
        hang([...flags, flag], cost + place.cost + (flags.at(-1)?.height === height ? 1 : 0))
      }
    }
  }

  hang([], 0)
  if (!best)
    throw new Error(`no room for ${points.length} labels on two heights: points ${points.join(', ')}, widths ${widths.join(', ')}`)
  return best.flags
}

function isInTheWay(flag: Flag, pole: number, other: Flag, otherPole: number): boolean {
  if (flag.height === other.height)
    return flag.left < other.right + GAP && other.left < flag.right + GAP
  const [near, farPole] = flag.height === 'near' ? [flag, otherPole] : [other, pole]
  return farPole > near.left - GAP && farPole < near.right + GAP
}
