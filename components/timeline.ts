import type { IsoDate } from '../data/types'

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
