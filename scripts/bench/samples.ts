import { median } from '../../data/lab'
import type { Figures, MeasureId } from './measures'

/** A part of what is measured, such as the build. */
export interface Part<T> {
  name: string
  /** Measures a tool once; undefined where it has no such thing. */
  measure: (tool: T) => Promise<Figures> | undefined
  /** Whether the table goes on without it, ours as well. */
  isExtra?: boolean
}

/** The median of each figure. */
export function mediansOf(samples: readonly Figures[]): Figures {
  const ids = new Set(samples.flatMap(figures => Object.keys(figures) as MeasureId[]))
  return Object.fromEntries(Array.from(ids, id => [id, median(samples.flatMap(({ [id]: value }) => value ?? []))]))
}

/**
 * Measures tools in turn, round after round, so that whatever else the machine does hits all of them alike.
 * @param isDispensable whether the table goes on without a part of a tool that fails
 * @returns figures of each tool, and a line for each part that failed
 * @throws what a part threw that the table cannot go without
 */
export async function measureInTurn<T extends { name: string }>(
  tools: readonly T[],
  { name, measure }: Part<T>,
  { isDispensable, runs, say }: { runs: number, isDispensable: (tool: T) => boolean, say: (line: string) => void },
): Promise<{ figures: Map<T, Figures>, failures: string[] }> {
  const samples = new Map<T, Figures[]>(tools.map(tool => [tool, []]))
  const failures: string[] = []
  for (let round = 1; round <= runs; round += 1) {
    for (const [tool, taken] of samples) {
      const work = measure(tool)
      if (!work)
        continue
      say(`${name}, ${round} of ${runs}: ${tool.name} …`)
      try {
        taken.push(await work)
      }
      catch (error) {
        if (!isDispensable(tool))
          throw error
        // Half of its rounds would be no median of five.
        samples.delete(tool)
        failures.push(`${tool.name}, ${name.toLowerCase()}: ${(error as Error).message.split('\n')[0]}`)
      }
    }
  }
  return { figures: new Map(Array.from(samples, ([tool, taken]) => [tool, mediansOf(taken)])), failures }
}
