import { describe, expect, it } from 'vitest'
import { shelfSources, shelves, sourceNumber } from '../../../components/sources/sourceShelves'
import { quotes, sources, type SourceId } from '../../../data/deck'

describe('sources as notes', () => {
  const listed = shelves.flatMap(shelfSources)

  it('lists every source once', () => {
    expect(listed.map(({ id }) => id).sort()).toEqual(Object.keys(sources).sort())
  })

  it('lists what the quotations come from first', () => {
    const quoted = new Set<SourceId>(Object.values(quotes).map(quote => quote.source))
    expect(shelves[0]).toBe('voices')
    expect(new Set(shelfSources('voices').map(({ id }) => id))).toEqual(quoted)
  })

  it('numbers them as they are listed, from 1', () => {
    expect(listed.map(({ id }) => sourceNumber(id))).toEqual(listed.map((_, i) => i + 1))
  })
})
