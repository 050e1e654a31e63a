import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@slidev/parser/fs'
import { describe, expect, it } from 'vitest'
import { claims, type Claim } from '../../data/claims'
import { deck } from '../../data/deck'
import { describeProblem, validateDeck, type DeckData } from '../../data/validate'
import { root } from 'slidev-addon-lectern/node'

// As it is written, before setup/preparser.ts fills in figures.
const { slides } = await parse(readFileSync(join(root, 'slides.md'), 'utf8'), 'slides.md')

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

describe.each(Object.entries<Claim>(claims))('the headline of “%s”', (alias, { headline, proofs }) => {
  it('is the one on the slide', () => {
    const slide = slides.find(({ frontmatter }) => frontmatter.routeAlias === alias)
    expect(slide?.content.match(/^# (.+)$/m)?.[1]).toBe(headline)
  })

  it('is borne out by the data', () => {
    const all = proofs(deck)
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(({ holds }) => !holds)).toEqual([])
  })
})

/** Data under which a headline would be false, and what must be said of it. */
const lies: [alias: keyof typeof claims, fault: string, spoil: (data: Mutable<DeckData>) => void, expected: string][] = [
  ['comparison', 'Rust began late', ({ comparison }) => comparison[0]!.rust = '2015', 'Rust to have come a year after Go'],
  ['comparison', 'both came from Google', ({ comparison }) => comparison[1]!.rust = 'Google', 'two homes'],
  ['comparison', 'both make CLI apps', ({ comparison }) => (comparison[3]!.rust as string[]).push('CLI apps'), 'one thing on both sides at most'],
  ['used', 'Go tripled', ({ surveys }) => surveys.used!.go[0]!.value = 5.2, 'Go to have grown 1.8 to 2 times'],
  ['used', 'Rust only doubled', ({ surveys }) => surveys.used!.rust[0]!.value = 8, 'Rust to have grown more than 3 times'],
  ['used', 'Go stayed ahead', ({ surveys }) => surveys.used!.go[6]!.value = 18.1, 'Go ahead in every year but the last'],
  ['used', 'as many answered', ({ surveyAnswers }) => surveyAnswers[2026] = 16_000, 'under half the answers of the year before'],
  ['experience', 'newcomers use Go', ({ experience }) => experience[0]!.go = 843, 'more users of Rust than of Go in the first group'],
  ['experience', 'veterans use Rust', ({ experience }) => experience[2]!.rust = 776, 'more users of Go than of Rust in every later group'],
  ['admired', 'Go came first once', ({ surveys }) => surveys.admired!.go[3]!.value = 90, 'Rust ahead in every year'],
  ['wanted', 'Go came back', ({ surveys }) => surveys.wanted!.go[6]!.value = 17.4, 'Go ahead up to 2021 and Rust from 2022 on'],
  ['race', 'Go refuses it', ({ lab }) => lab.race!.words['go-build']!.code = 1, 'Go to compile it'],
  ['race', 'Go was right in every run', ({ lab }) => lab.race!.samples['go-unsynchronised'] = lab.race!.samples['go-atomic']!, 'a wrong answer of Go’s in some run'],
  ['race', 'Rust compiles it', ({ lab }) => lab.race!.words['rust-build']!.code = 0, 'Rust to refuse it'],
  ['performance', 'Go is slow', ({ lab }) => lab.cache!.samples['go-default-p50'] = Array<number>(7).fill(9), 'the usual request of Go within a third of Rust’s'],
  ['performance', 'nothing waits', ({ lab }) => lab.cache!.samples['go-default-p99'] = Array<number>(7).fill(9), 'one request in a hundred to wait at least twice as long in Go'],
  ['performance', 'Go takes little memory', ({ lab }) => lab.cache!.samples['go-default-memory'] = Array<number>(7).fill(9), 'Go to take more than twice the memory'],
  ['adaptability', 'Go builds for a minute', ({ lab }) => lab.service!.samples['go-rebuild'] = Array<number>(7).fill(60), 'Go to build again sooner than Rust'],
  [
    'performance-and-concurrency',
    'eight servers are left',
    ({ evidence }) => evidence['mercadolibre-servers']!.bars[1]!.value = 8,
    '32 servers before and 4 after',
  ],
  [
    'performance-and-concurrency',
    'parsing takes longer',
    ({ evidence }) => evidence['ibm-parsing']!.bars[1]!.value = [25, 35],
    'up to 450 ms before and up to 30 after',
  ],
  ['learnability', 'Go takes a quarter', ({ evidence }) => evidence.learning!.bars[2]!.value = 3, 'a month at most in every report on Go'],
  ['learnability', 'Rust takes a month', ({ evidence }) => evidence.learning!.bars[5]!.value = 1, 'reports on Rust from a month to several'],
]

describe('a headline that is false', () => {
  it('is found for every claim', () => {
    expect([...new Set(lies.map(([alias]) => alias))]).toEqual(Object.keys(claims))
  })

  it.each(lies)('on “%s” is named when %s', (alias, _fault, spoil, expected) => {
    const data = structuredClone<DeckData>(deck) as Mutable<DeckData>
    spoil(data)
    expect(validateDeck(data).map(describeProblem))
      .toContainEqual(expect.stringContaining(`data/claims.ts · ${alias} · headline: expected ${expected}`))
  })
})
