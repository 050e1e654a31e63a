import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@slidev/parser/fs'
import { describe, expect, it } from 'vitest'
import {
  agedClaims,
  evidence,
  milestones,
  tables,
  topics,
  type EvidenceRecord,
  type Language,
  type PairRow,
  type TopicRecord,
} from '../../data/deck'
import { root } from 'slidev-addon-lectern/node'

// As it is written, before setup/preparser.ts fills in figures.
const { slides } = await parse(readFileSync(join(root, 'slides.md'), 'utf8'), 'slides.md')

interface Balance {
  go: number
  rust: number
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

/** How often the languages are named; the verb is written without a capital. */
function mentions(text: string): Balance {
  return { go: text.match(/\bGo\b/g)?.length ?? 0, rust: text.match(/\bRust\b/g)?.length ?? 0 }
}

function difference({ go, rust }: Balance): number {
  return Math.abs(go - rust)
}

/** Difference as a share of the larger. */
function share(balance: Balance): number {
  return difference(balance) / Math.max(balance.go, balance.rust)
}

describe('what the data say', () => {
  it.each(Object.entries<TopicRecord>(topics))('of %s takes as many words for either language', (_id, topic) => {
    expect(share({ go: countWords(topic.go), rust: countWords(topic.rust) })).toBeLessThanOrEqual(0.2)
  })

  function cellWords({ go, rust }: PairRow): Balance {
    return { go: countWords([go].flat().join(' ')), rust: countWords([rust].flat().join(' ')) }
  }

  const rows = Object.entries<readonly PairRow[]>(tables).flatMap(([id, table]) =>
    table.map(row => ({ name: `${id} · ${row.label}`, ...cellWords(row) })))

  it('in tables differs by three words a row at most, and evens out', () => {
    expect(rows.filter(row => difference(row) > 3)).toEqual([])
    const total = (language: Language): number => rows.reduce((sum, row) => sum + row[language], 0)
    expect(share({ go: total('go'), rust: total('rust') })).toBeLessThanOrEqual(0.15)
  })

  it('of the years since 2021 is as much', () => {
    const count = <T>(records: readonly T[], isAbout: (record: T, language: Language) => boolean): Balance => ({
      go: records.filter(record => isAbout(record, 'go')).length,
      rust: records.filter(record => isAbout(record, 'rust')).length,
    })
    expect(difference(count(milestones, (milestone, language) => milestone.language === language))).toBe(0)
    for (const outcome of ['changed', 'held']) {
      const claims = agedClaims.filter(claim => claim.outcome === outcome)
      expect(difference(count(claims, ({ about }, language) => about === language)), outcome).toBe(0)
    }
  })
})

describe('what the slides show', () => {
  const versus = slides.filter(({ frontmatter }) => frontmatter.layout === 'versus')

  it.each(versus.map(({ frontmatter, content }) => [frontmatter.routeAlias as string, content]))(
    'on %s has a side for each, Go first',
    (_alias, content) => {
      expect([...content.matchAll(/^::(\w+)::$/gm)].map(([, slot]) => slot).slice(0, 2)).toEqual(['go', 'rust'])
      const [, go = '', rust = ''] = content.split(/^::\w+::$/m)
      const shape = (side: string) => ({ code: side.includes('<<<'), picture: /<[A-Z]/.test(side) })
      expect(shape(go)).toEqual(shape(rust))
    },
  )

  it('draws as many measurements for either language, but for one', () => {
    const drawn = Object.entries<EvidenceRecord>(evidence)
      .filter(([id]) => slides.some(({ content }) => content.includes(`="${id}"`)))
    const about = (language: Language): number =>
      drawn.filter(([, { bars }]) => bars.some(bar => bar.language === language)).length
    expect(difference({ go: about('go'), rust: about('rust') })).toBeLessThanOrEqual(1)
  })

  it('draws as many bars for either language, but for one, where both share a scale', () => {
    const bars = Object.values<EvidenceRecord>(evidence)
      .map(record => ({
        go: record.bars.filter(({ language }) => language === 'go').length,
        rust: record.bars.filter(({ language }) => language === 'rust').length,
      }))
      .filter(({ go, rust }) => go > 0 && rust > 0)
    expect(bars.filter(balance => difference(balance) > 1)).toEqual([])
  })

  it('says the names of both about as often', () => {
    const headlines = slides.map(({ content }) => /^# .*/m.exec(content)?.[0]).join('\n')
    expect(difference(mentions(headlines))).toBeLessThanOrEqual(2)
    expect(share(mentions(slides.map(({ note }) => note).join('\n')))).toBeLessThanOrEqual(0.2)
  })

  it('gives both sides about as many lines of code', () => {
    const sides = slides.map(({ content }) => [...content.matchAll(/^<<< @\/([\w./-]+)(?:#(\w+))?/gm)])
      .filter(imports => imports.length > 0)
    for (const imports of sides) {
      const [go = 0, rust = 0] = imports.map(([, file = '', region]) => {
        const text = readFileSync(join(root, file), 'utf8')
        const shown = region ? text.split(new RegExp(`#(?:end)?region ${region}`))[1] ?? '' : text
        return shown.trim().split('\n').length
      })
      expect(difference({ go, rust }), imports.map(([line]) => line).join(' · ')).toBeLessThanOrEqual(3)
    }
  })
})
