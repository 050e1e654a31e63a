import type { LabId, LabRecord, LabRun } from '../../data/lab'
import { progress, UserError } from 'slidev-addon-lectern/node'
import type { ToolVersions } from './tools'

/** What an experiment works with. */
export interface Bench {
  /** A folder for what it builds, removed afterwards. */
  scratch: string
  /** How many samples of each quantity. */
  rounds: number
  /** Whether only the way is tried out: as little work as there can be, whose figures mean nothing. */
  small: boolean
  /** Shows how far it is. */
  say: (step: string) => void
}

/** An experiment: what it records besides where and when it was made. */
export type Experiment = (bench: Bench) => Promise<Omit<LabRecord, 'run'> & Pick<Partial<LabRun>, 'versions' | 'settings'>>

/** Something that is measured in turn with others. */
export type Sampler = (round: number) => Promise<Record<string, number>>

/**
 * Takes samples in turn, A B A B …, so that what slows the machine for a while slows all that is compared.
 * @param samplers by the name that is shown while each is at work; each returns one sample a series
 */
export async function alternate({ rounds, say }: Bench, samplers: Record<string, Sampler>): Promise<Record<string, number[]>> {
  const samples: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++) {
    for (const [name, sampler] of Object.entries(samplers)) {
      say(`${round + 1} of ${rounds}, ${name}`)
      for (const [series, value] of Object.entries(await sampler(round)))
        (samples[series] ??= []).push(value)
    }
  }
  return samples
}

/**
 * Reads the number that a program printed.
 * @throws UserError that shows what it printed instead
 */
export function numberIn(output: string, program: string): number {
  const number = Number(output.trim())
  if (output.trim() === '' || !Number.isFinite(number))
    throw new UserError(`${program} should print a number, and printed “${output.trim().slice(0, 200)}”`)
  return number
}

/** Progress of an experiment, one line at a time. */
export function sayer(id: LabId): (step: string) => void {
  return step => progress(`${id}: ${step}`)
}

/** Versions as results name them. */
export function namedVersions({ go, rust }: ToolVersions, more: Record<string, string> = {}): Record<string, string> {
  return { go, rust, ...more }
}
