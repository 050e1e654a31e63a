import type { Source } from '../../data/deck'

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

/** Numbers in order, each once, as a list for people: three and more in a row are their first and their last. */
export function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1)
      run.push(number)
    else
      runs.push([number])
  }
  return runs.flatMap(run => run.length > 2 ? [[run[0]!, run.at(-1)!]] : run.map(number => [number]))
}
