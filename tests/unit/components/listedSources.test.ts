import { describe, expect, it } from 'vitest'
import { listedSources, sourceNumber } from '../../../components/listedSources'
import { quotes, sources, type SourceId } from '../../../data/deck'

describe('sources as notes', () => {
  const listed = [...listedSources('voices'), ...listedSources('facts')]

  it('lists every source once', () => {
    expect(listed.map(({ id }) => id).sort()).toEqual(Object.keys(sources).sort())
  })

  it('lists what the quotations come from first', () => {
    const quoted = new Set<SourceId>(Object.values(quotes).map(quote => quote.source))
    expect(new Set(listedSources('voices').map(({ id }) => id))).toEqual(quoted)
  })

  it('numbers them as they are listed, from 1', () => {
    expect(listed.map(({ id }) => sourceNumber(id))).toEqual(listed.map((_, i) => i + 1))
  })
})
