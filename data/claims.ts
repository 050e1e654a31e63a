import { median } from './lab'
import type { Language } from './types'
import type { DeckData } from './validate'

/** One thing that has to be true of the data. */
interface Proof {
  /** What the headline needs, to be read after “expected”. */
  expected: string
  holds: boolean
  /** The figures that decide it. */
  found: unknown
}

/** A headline that leans on figures, with what must be true of them. */
export interface Claim {
  /** The headline of the slide, to the letter. */
  headline: string
  proofs: (data: DeckData) => Proof[]
}

/** Values of a survey measure by year; a year without a figure for one of the two proves nothing. */
function years({ surveys }: DeckData, id: string): ({ year: number } & Record<Language, number>)[] {
  const { go = [], rust = [] } = surveys[id] ?? {}
  return go.flatMap(({ value, year }) => {
    const other = rust.find(point => point.year === year)?.value
    return value === null || other == null ? [] : [{ year, go: value, rust: other }]
  })
}

/** The greatest value of each bar of a figure. */
function greatest({ evidence }: DeckData, id: string): number[] {
  return (evidence[id]?.bars ?? []).map(({ value }) => [value].flat().at(-1) ?? Number.NaN)
}

/** By slide. A figure that no longer bears its headline out stops the build. */
export const claims = {
  'comparison': {
    headline: 'A year apart, different homes, different work',
    proofs: ({ comparison }) => {
      const cells = (id: string): [go: string[], rust: string[]] => {
        const row = comparison.find(row => row.id === id)
        return [[row?.go ?? []].flat(), [row?.rust ?? []].flat()]
      }
      const [go, rust] = cells('created').map(([year]) => Number(year)) as [number, number]
      const [home, otherHome] = cells('creator').map(([name]) => name)
      const shared = ['software', 'workloads'].flatMap((id) => {
        const [ours, theirs] = cells(id)
        return ours.filter(item => theirs.includes(item))
      })
      return [
        { expected: 'Rust to have come a year after Go', holds: rust - go === 1, found: { go, rust } },
        { expected: 'two homes', holds: !!home && !!otherHome && home !== otherHome, found: [home, otherHome] },
        { expected: 'one thing on both sides at most', holds: shared.length <= 1, found: shared },
      ]
    },
  },
  'used': {
    headline: 'Go nearly doubled, Rust more than tripled and went past',
    proofs: (data) => {
      const shares = years(data, 'used')
      const [first, last] = [shares[0], shares.at(-1)]
      const growth = (language: Language) => (last?.[language] ?? 0) / (first?.[language] ?? 0)
      return [
        { expected: 'Go to have grown 1.8 to 2 times', holds: growth('go') >= 1.8 && growth('go') < 2, found: growth('go') },
        { expected: 'Rust to have grown more than 3 times', holds: growth('rust') > 3, found: growth('rust') },
        {
          expected: 'Go ahead in every year but the last',
          holds: shares.every(({ go, rust }, i) => (i < shares.length - 1 ? go > rust : rust > go)),
          found: shares,
        },
        {
          expected: 'under half the answers of the year before, as the chart says',
          holds: (data.surveyAnswers[2026] ?? 0) < (data.surveyAnswers[2025] ?? 0) / 2,
          found: data.surveyAnswers,
        },
      ]
    },
  },
  'experience': {
    headline: 'Rust leads among newcomers, Go among the experienced',
    proofs: ({ experience: [newcomers, ...others] }) => [
      {
        expected: 'more users of Rust than of Go in the first group',
        holds: !!newcomers && newcomers.rust > newcomers.go,
        found: newcomers,
      },
      {
        expected: 'more users of Go than of Rust in every later group',
        holds: others.length > 0 && others.every(({ go, rust }) => go > rust),
        found: others,
      },
    ],
  },
  'admired': {
    headline: 'However it is asked, more of Rust’s users want to go on',
    proofs: (data) => {
      const shares = years(data, 'admired')
      return [{ expected: 'Rust ahead in every year', holds: shares.every(({ go, rust }) => rust > go), found: shares }]
    },
  },
  'wanted': {
    headline: 'Go was wanted more until 2021, Rust ever since',
    proofs: (data) => {
      const shares = years(data, 'wanted')
      return [{
        expected: 'Go ahead up to 2021 and Rust from 2022 on',
        holds: shares.every(({ go, rust, year }) => (year <= 2021 ? go > rust : rust > go)),
        found: shares,
      }]
    },
  },
  'race': {
    headline: 'The same mistake: one runs it, one refuses it',
    proofs: ({ lab: { race } }) => [
      { expected: 'Go to compile it', holds: race?.words['go-build']?.code === 0, found: race?.words['go-build'] },
      {
        expected: 'a wrong answer of Go’s in some run',
        holds: race?.samples['go-unsynchronised']?.some(sum => sum !== race.samples['go-atomic']?.[0]) ?? false,
        found: race?.samples['go-unsynchronised'],
      },
      { expected: 'Rust to refuse it', holds: (race?.words['rust-build']?.code ?? 0) !== 0, found: race?.words['rust-build'] },
    ],
  },
  'performance': {
    headline: 'The usual request is as quick in Go; a rare one waits longer',
    proofs: ({ lab: { cache } }) => {
      const ratio = (id: string) => median(cache?.samples[`go-default-${id}`] ?? []) / median(cache?.samples[`rust-${id}`] ?? [])
      return [
        { expected: 'the usual request of Go within a third of Rust’s', holds: ratio('p50') > 0.75 && ratio('p50') < 1.33, found: ratio('p50') },
        { expected: 'one request in a hundred to wait at least twice as long in Go', holds: ratio('p99') >= 2, found: ratio('p99') },
        { expected: 'Go to take more than twice the memory, as the note says', holds: ratio('memory') > 2, found: ratio('memory') },
      ]
    },
  },
  'adaptability': {
    headline: 'Go tries the next idea sooner',
    proofs: ({ lab: { service } }) => {
      const seconds = (id: string) => median(service?.samples[id] ?? [])
      const found = { go: seconds('go-rebuild'), debug: seconds('rust-rebuild-debug'), release: seconds('rust-rebuild-release') }
      return [{ expected: 'Go to build again sooner than Rust, debug and release', holds: found.go < found.debug && found.go < found.release, found }]
    },
  },
  'performance-and-concurrency': {
    headline: '32 servers became 4; 450 ms became 30',
    proofs: (data) => {
      const [servers, time] = ['mercadolibre-servers', 'ibm-parsing'].map(id => greatest(data, id))
      return [
        { expected: '32 servers before and 4 after', holds: String(servers) === '32,4', found: servers },
        { expected: 'up to 450 ms before and up to 30 after', holds: String(time) === '450,30', found: time },
      ]
    },
  },
  'learnability': {
    headline: 'Go takes weeks to learn, Rust a month or several',
    proofs: ({ evidence }) => {
      const { bars = [] } = evidence.learning ?? {}
      const months = (language: Language) => bars.filter(bar => bar.language === language).map(({ value }) => [value].flat().at(-1) ?? Number.NaN)
      const [go, rust] = [months('go'), months('rust')]
      return [
        { expected: 'a month at most in every report on Go', holds: go.length > 0 && Math.max(...go) <= 1, found: go },
        {
          expected: 'reports on Rust from a month to several',
          holds: Math.min(...rust) >= 1 && Math.max(...rust) >= 3,
          found: rust,
        },
      ]
    },
  },
} as const satisfies Record<string, Claim>
