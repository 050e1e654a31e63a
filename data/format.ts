import type { SourceRecord } from './types'

/** A percentage with at most one decimal: `8.8%`, `16.4%`, `67.7%`. */
export function formatPercent(value: number): string {
  return `${value.toFixed(1)}%`
}

/** A place in a ranking: `#12`. */
export function formatRank(rank: number): string {
  return `#${rank}`
}

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

/**
 * An ISO date in words, as precise as it is: `14 March 2021`, `March 2021`, `2021`.
 * `short` cuts the month to three letters: `14 Mar 2021`.
 */
export function formatDate(date: string, form: 'long' | 'short' = 'long'): string {
  const [year, month, day] = date.split('-')
  const name = month && months[Number(month) - 1]
  return [day && Number(day), form === 'short' ? name?.slice(0, 3) : name, year].filter(Boolean).join(' ')
}

/** A source under a picture: its title, and the publisher unless the title holds it. */
export function formatSource({ publisher, title }: SourceRecord): string {
  return title.includes(publisher) ? title : `${title}, ${publisher}`
}

/** What limits a source: that it was only linked, and its note. */
export function formatCaveat({ confidence, note }: Pick<SourceRecord, 'confidence' | 'note'>): string {
  return [confidence === 'likely' && 'Linked, not read.', note?.replace(/\.?$/, '.')].filter(Boolean).join(' ')
}

/** What to know of a source beside where it is: that it was only linked, when it was last checked, and its note. */
export function formatCheck({ accessed, confidence, note }: SourceRecord): string {
  const check = `${confidence === 'likely' ? 'Linked, not read; checked' : 'Checked'} ${formatDate(accessed, 'short')}.`
  return note ? `${check} ${note.replace(/\.?$/, '.')}` : check
}

/** A measured quantity to two digits, or to the whole number where it has more: `0.61`, `4.4`, `44`, `1,234`. */
export function formatMeasure(value: number): string {
  return (value < 100 ? Number(value.toPrecision(2)) : Math.round(value)).toLocaleString('en-GB')
}

/** A delay in microseconds as one reads it: `4.4 µs`, `61 µs`, `1.2 ms`. */
export function formatDelay(micros: number): string {
  return micros < 1000 ? `${formatMeasure(micros)} µs` : `${formatMeasure(micros / 1000)} ms`
}
