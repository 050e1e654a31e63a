import { describe, expect, it } from 'vitest'
import { groupsOf, shelfColumns, shelfSources, shelves, speakersOf } from '../../../components/sources/sourceShelves'
import { source } from '../../../data/deck'
import { loadDeck } from 'slidev-addon-lectern/node'

describe('the lists of sources', () => {
  it('are each on one slide, in their order', async () => {
    const { slides } = await loadDeck()
    expect(slides.flatMap(({ content }) => Array.from(content.matchAll(/<SourceList of="(\w+)"/g), ([, of]) => of))).toEqual(shelves)
  })

  it.each(['voices', 'manuals', 'news'] as const)('have Go on the left and Rust on the right: %s', (shelf) => {
    const columns = shelfColumns(shelf)
    expect(columns.map(([first]) => first?.about)).toEqual(['go', 'rust'])
    expect(columns.flat().slice(2).every(({ about }) => about === 'both')).toBe(true)
  })

  it('have manuals apart from what came out on a day', () => {
    expect(shelfSources('manuals').map(({ id }) => id)).toEqual(expect.arrayContaining(['go-spec', 'cargo-lock']))
    expect(shelfSources('news').map(({ id }) => id)).toEqual(expect.arrayContaining(['go-1-27', 'rust-1-99', 'linux-rust']))
  })

  it('name every speaker of a source', () => {
    expect(speakersOf(source('jaxenter-curve'))).toBe('Dewet Diener')
    expect(speakersOf(source('go-spec'))).toBe('')
  })
})

describe('groupsOf', () => {
  const shownIn = (...args: Parameters<typeof groupsOf>) =>
    groupsOf(...args).map(({ host, name, records }) => [name, host, records.map(({ title }) => title)])

  it('has a book of three chapters under its name, in its order, and each chapter without that name', () => {
    expect(shownIn((['rust-book-unsafe', 'rust-book-ownership', 'rust-book-concurrency'] as const).map(source))).toEqual([
      ['The Rust Programming Language', 'doc.rust-lang.org', ['Understanding Ownership', 'Fearless Concurrency', 'Unsafe Rust']],
    ])
  })

  it('has publishers with most to read first, and together at the end those of whom there is one page', () => {
    expect(shownIn((['terraform-licence', 'go-vuln', 'go-greentea', 'go-1-18', 'go-command', 'go-spec', 'uber-races'] as const).map(source))).toEqual([
      ['go.dev', undefined, ['Go 1.18 Release Notes', 'The go command', 'The Go Programming Language Specification']],
      ['The Go Blog', 'go.dev', ['Vulnerability Management for Go', 'The Green Tea Garbage Collector']],
      [undefined, undefined, ['A Study of Real-World Data Races in Golang', 'Terraform, LICENSE']],
    ])
  })

  it('makes no group of nothing', () => {
    expect(groupsOf([])).toEqual([])
  })
})
