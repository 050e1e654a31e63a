import type { EvidenceBar } from '../../data/types'

/** A bar’s value in words: `32 servers`, `300–450 ms`. */
export function barText(bar: EvidenceBar, unit: string): string {
  if (bar.display)
    return bar.display
  const { value } = bar
  return `${typeof value === 'number' ? value : value.join('–')} ${unit}`
}
