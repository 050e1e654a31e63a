import type { EvidenceBar } from '../data/types'

/** Where a bar lies on its scale, in percent of the scale’s length. */
export interface BarPlace {
  /** Solid part, from zero. */
  solid: number
  /** End of the whole bar; beyond `solid` lies the range, or the open end. */
  end: number
}

function lowOf({ value }: EvidenceBar): number {
  return typeof value === 'number' ? value : value[0]
}

function highOf({ value }: EvidenceBar): number {
  return typeof value === 'number' ? value : value[1]
}

/** Room that an open end takes beyond the longest bar, as a share of that bar. */
const OPEN_END = 0.35

/** Places bars on one scale that starts at zero. A bar with an open end runs to the end of the scale. */
export function placeBars(bars: readonly EvidenceBar[]): BarPlace[] {
  const longest = Math.max(...bars.map(highOf))
  const end = bars.some(bar => bar.open) ? longest * (1 + OPEN_END) : longest
  return bars.map(bar => ({
    solid: (100 * lowOf(bar)) / end,
    end: bar.open ? 100 : (100 * highOf(bar)) / end,
  }))
}

/** A bar’s value in words: `32 servers`, `300–450 ms`. */
export function barText(bar: EvidenceBar, unit: string): string {
  if (bar.display)
    return bar.display
  const { value } = bar
  return `${typeof value === 'number' ? value : value.join('–')} ${unit}`
}
