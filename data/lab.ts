import results from '../lab/results.json' with { type: 'json' }
import type { IsoDate, Language } from './types'

/** What a compiler, a checker or a program answered. */
export interface LabWords {
  /** As one types it, in the folder of the programs. */
  command: string
  /** Exit code. */
  code: number
  /** All that it said, empty where it was silent. */
  text: string
}

/** Where, when and with what an experiment was made. */
export interface LabRun {
  date: IsoDate
  command: string
  machine: {
    cpu: string
    cores: number
    /** Gibibytes. */
    memory: number
    system: string
    /** Whether it was a virtual machine, whose neighbours can disturb a measurement. */
    virtual: boolean
    /** How many programs wanted a core when it began, on average over a minute: far above 0, the figures are disturbed. */
    load: number
  }
  /** Of the languages, and of the packages that the experiment leans on. */
  versions: Record<string, string>
  /** What was set otherwise than it comes, by the name of the setting. */
  settings?: Record<string, string>
}

/** An experiment as `npm run lab` writes it into `lab/results.json`. */
export interface LabRecord {
  run: LabRun
  /** Every sample, in the order in which it was taken. */
  samples: Record<string, readonly number[]>
  words: Record<string, LabWords>
  /** What happened over time, in the last round. */
  timelines?: Record<string, LabTimeline>
}

/** A run from its start on, in windows of equal length. */
export interface LabTimeline {
  /** Length of a window in milliseconds. */
  window: number
  /** The longest delay of each window, in microseconds. */
  longest: readonly number[]
  /** Resident memory at the end of each window, in megabytes; a program may end a window early. */
  memory: readonly number[]
}

/** One measured quantity. */
export interface SeriesPlan {
  label: string
  unit: string
  language: Language
  /** The same at every run, such as a size: one sample is all of them. */
  exact?: true
}

/** What one experiment records. */
export interface ExperimentPlan {
  /** What is done, in one line. */
  title: string
  series: Record<string, SeriesPlan>
  /** Whose words are kept, and in which language. */
  words: Record<string, Language>
  /** Runs that are kept over time. */
  timelines?: Record<string, Language>
}

/** Compared quantities have at least this many samples. */
export const leastSamples = 7

/** The experiments of the lab, and all that each of them records. */
export const labPlan = {
  race: {
    title: 'Eight workers add a million each to one counter, and nobody takes turns',
    series: {
      'go-unsynchronised': { label: 'Go, what the counter shows', unit: 'additions', language: 'go' },
      'go-atomic': { label: 'Go, the same with an atomic counter', unit: 'additions', language: 'go' },
      'rust-atomic': { label: 'Rust, the same with an atomic counter', unit: 'additions', language: 'rust' },
    },
    words: { 'go-build': 'go', 'go-vet': 'go', 'go-detector': 'go', 'rust-build': 'rust' },
  },
  cases: {
    title: 'A choice between three outcomes, one of them forgotten',
    series: {},
    words: { 'go-build': 'go', 'go-vet': 'go', 'go-run': 'go', 'rust-build': 'rust' },
  },
  service: {
    title: 'A small JSON service: standard library in Go, axum in Rust',
    series: {
      'go-clean': { label: 'Go, everything built anew', unit: 's', language: 'go' },
      'rust-clean-debug': { label: 'Rust, everything built anew, debug', unit: 's', language: 'rust' },
      'rust-clean-release': { label: 'Rust, everything built anew, release', unit: 's', language: 'rust' },
      'go-rebuild': { label: 'Go, after one changed line', unit: 's', language: 'go' },
      'rust-rebuild-debug': { label: 'Rust, after one changed line, debug', unit: 's', language: 'rust' },
      'rust-rebuild-release': { label: 'Rust, after one changed line, release', unit: 's', language: 'rust' },
      'go-vet': { label: 'Go, vet after one changed line', unit: 's', language: 'go' },
      'rust-check': { label: 'Rust, check after one changed line', unit: 's', language: 'rust' },
      'go-memory-start': { label: 'Go, resident after its start', unit: 'MB', language: 'go' },
      'rust-memory-start': { label: 'Rust, resident after its start', unit: 'MB', language: 'rust' },
      'go-memory-served': { label: 'Go, resident after 100 requests', unit: 'MB', language: 'go' },
      'rust-memory-served': { label: 'Rust, resident after 100 requests', unit: 'MB', language: 'rust' },
      'go-size': { label: 'Go, stripped, static', unit: 'MB', language: 'go', exact: true },
      'rust-size': { label: 'Rust, stripped, linked to the system’s C library', unit: 'MB', language: 'rust', exact: true },
      'rust-size-static': { label: 'Rust, stripped, static', unit: 'MB', language: 'rust', exact: true },
    },
    words: { 'go-linked': 'go', 'rust-linked': 'rust', 'rust-static-linked': 'rust' },
  },
  cache: {
    title: 'A cache of a million entries under half a million requests a second',
    series: {
      'go-default-p50': { label: 'Go as it comes, half of the requests', unit: 'µs', language: 'go' },
      'go-default-p99': { label: 'Go as it comes, 99 of 100', unit: 'µs', language: 'go' },
      'go-default-p999': { label: 'Go as it comes, 999 of 1,000', unit: 'µs', language: 'go' },
      'go-default-longest': { label: 'Go as it comes, longest delay', unit: 'µs', language: 'go' },
      'go-default-memory': { label: 'Go as it comes, most memory', unit: 'MB', language: 'go' },
      'go-default-collections': { label: 'Go as it comes, collections', unit: '', language: 'go' },
      'go-tuned-p50': { label: 'Go with a memory limit, half of the requests', unit: 'µs', language: 'go' },
      'go-tuned-p99': { label: 'Go with a memory limit, 99 of 100', unit: 'µs', language: 'go' },
      'go-tuned-p999': { label: 'Go with a memory limit, 999 of 1,000', unit: 'µs', language: 'go' },
      'go-tuned-longest': { label: 'Go with a memory limit, longest delay', unit: 'µs', language: 'go' },
      'go-tuned-memory': { label: 'Go with a memory limit, most memory', unit: 'MB', language: 'go' },
      'go-tuned-collections': { label: 'Go with a memory limit, collections', unit: '', language: 'go' },
      'rust-p50': { label: 'Rust, half of the requests', unit: 'µs', language: 'rust' },
      'rust-p99': { label: 'Rust, 99 of 100', unit: 'µs', language: 'rust' },
      'rust-p999': { label: 'Rust, 999 of 1,000', unit: 'µs', language: 'rust' },
      'rust-longest': { label: 'Rust, longest delay', unit: 'µs', language: 'rust' },
      'rust-memory': { label: 'Rust, most memory', unit: 'MB', language: 'rust' },
    },
    words: {},
    timelines: { 'go-default': 'go', 'go-tuned': 'go', 'rust': 'rust' },
  },
  brotli: {
    title: 'Brotli: pure Go, Rust’s crate called from Go through C, and Rust alone',
    series: {
      'go-compress-5': { label: 'Pure Go, compressing at quality 5', unit: 'MB/s', language: 'go' },
      'go-compress-9': { label: 'Pure Go, compressing at quality 9', unit: 'MB/s', language: 'go' },
      'go-decompress': { label: 'Pure Go, decompressing', unit: 'MB/s', language: 'go' },
      'cgo-compress-5': { label: 'Rust, called from Go, compressing at quality 5', unit: 'MB/s', language: 'rust' },
      'cgo-compress-9': { label: 'Rust, called from Go, compressing at quality 9', unit: 'MB/s', language: 'rust' },
      'cgo-decompress': { label: 'Rust, called from Go, decompressing', unit: 'MB/s', language: 'rust' },
      'rust-compress-5': { label: 'Rust alone, compressing at quality 5', unit: 'MB/s', language: 'rust' },
      'rust-compress-9': { label: 'Rust alone, compressing at quality 9', unit: 'MB/s', language: 'rust' },
      'rust-decompress': { label: 'Rust alone, decompressing', unit: 'MB/s', language: 'rust' },
      'go-size-5': { label: 'Pure Go, size at quality 5', unit: '% of the text', language: 'go', exact: true },
      'go-size-9': { label: 'Pure Go, size at quality 9', unit: '% of the text', language: 'go', exact: true },
      'rust-size-5': { label: 'Rust, size at quality 5', unit: '% of the text', language: 'rust', exact: true },
      'rust-size-9': { label: 'Rust, size at quality 9', unit: '% of the text', language: 'rust', exact: true },
      'go-call': { label: 'An empty call from Go to Go', unit: 'ns', language: 'go' },
      'cgo-call': { label: 'An empty call from Go to Rust, through C', unit: 'ns', language: 'rust' },
      'glue-lines': { label: 'Lines between both: Rust, C header, Go', unit: 'lines', language: 'rust', exact: true },
    },
    words: {},
  },
} as const satisfies Record<string, ExperimentPlan>

export type LabId = keyof typeof labPlan
export type SeriesId<E extends LabId> = keyof typeof labPlan[E]['series'] & string
export type WordsId<E extends LabId> = keyof typeof labPlan[E]['words'] & string

/** A measured quantity with what a figure says about it. */
export interface LabSeries extends SeriesPlan {
  samples: readonly number[]
  median: number
  low: number
  high: number
}

/** Validated before a build and before the server answers; an experiment may not have been made yet. */
export const labResults: Partial<Record<LabId, LabRecord>> = results

function recordOf(experiment: LabId): LabRecord {
  const record = labResults[experiment]
  if (!record)
    throw new Error(`lab/results.json has no ${experiment}: run “npm run lab -- ${experiment}”`)
  return record
}

/** Machine, versions and date of an experiment. */
export function labRun(experiment: LabId): LabRun {
  return recordOf(experiment).run
}

/** One measured quantity, with its median and range. */
export function labSeries<E extends LabId>(experiment: E, id: SeriesId<E>): LabSeries {
  const plans: Record<string, SeriesPlan> = labPlan[experiment].series
  const samples = recordOf(experiment).samples[id] ?? []
  return { ...plans[id]!, samples, median: median(samples), low: Math.min(...samples), high: Math.max(...samples) }
}

/** What happened over time. */
export function labTimeline(run: keyof typeof labPlan.cache.timelines): LabTimeline {
  return recordOf('cache').timelines![run]!
}

/** What was said in an experiment. */
export function labWords<E extends LabId>(experiment: E, id: WordsId<E>): LabWords {
  return recordOf(experiment).words[id]!
}

/** The middle of some numbers; of an even count, the mean of both in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!
}
