import type { Source } from '../data/deck'

/** Titles that a line under a figure has room for; more are named by publisher and number. */
export const MOST_TITLES = 3

/** Sources of one publisher, in the order in which they were named. */
export interface PublisherGroup {
  publisher: string
  records: Source[]
}

/** Groups sources by publisher; the publisher named first comes first. */
export function byPublisher(records: readonly Source[]): PublisherGroup[] {
  const groups = new Map<string, Source[]>()
  for (const record of records)
    groups.set(record.publisher, [...(groups.get(record.publisher) ?? []), record])
  return [...groups].map(([publisher, grouped]) => ({ publisher, records: grouped }))
}
