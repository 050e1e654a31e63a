import type { EvidenceRecord } from '../../data/types'

/** One strand: what there was before, drawn thin by what came after. Pixels on a middle line at `y` = 0. */
export interface Strand {
  /** Surely that much before: the low end of a range, or the value. */
  before: string
  /** Up to the high end, drawn hollow; empty where there is no range. */
  beforeRange: string
  after: string
  afterRange: string
  /** Height of the strand before, at its thickest. */
  height: number
}

export interface StrandShape {
  /** Where the strand begins, begins to narrow, is thin, and ends. */
  x: readonly [start: number, narrow: number, thin: number, end: number]
}

function boundsOf({ bars }: EvidenceRecord, index: number): [low: number, high: number] {
  const value = bars[index]?.value ?? 0
  return typeof value === 'number' ? [value, value] : [value[0], value[1]]
}

const round = (value: number) => Number(value.toFixed(2))

/**
 * Draws a record of two bars, before and after, as one strand whose thickness is the quantity.
 * @param pixels how thick one unit is
 */
export function strand(record: EvidenceRecord, pixels: number, { x }: StrandShape): Strand {
  const [start, narrow, thin, end] = x
  const middle = round((narrow + thin) / 2)
  const [before, after] = [boundsOf(record, 0), boundsOf(record, 1)]
  const half = (value: number) => round((value * pixels) / 2)
  /** From the start, thick, to the place where it is thin. */
  const narrowing = (from: number, to: number) =>
    `M${start} ${-half(from)}H${narrow}C${middle} ${-half(from)} ${middle} ${-half(to)} ${thin} ${-half(to)}`
    + `V${half(to)}C${middle} ${half(to)} ${middle} ${half(from)} ${narrow} ${half(from)}H${start}Z`
  const level = (value: number) => `M${thin} ${-half(value)}H${end}V${half(value)}H${thin}Z`
  return {
    before: narrowing(before[0], after[0]),
    beforeRange: before[1] > before[0] ? narrowing(before[1], after[1]) : '',
    after: level(after[0]),
    afterRange: after[1] > after[0] ? level(after[1]) : '',
    height: round(before[1] * pixels),
  }
}

/** The value of a bar as a number to be set large: `32`, `300–450`. */
export function numberOf(record: EvidenceRecord, index: number): string {
  const [low, high] = boundsOf(record, index)
  return low === high ? String(low) : `${low}–${high}`
}
