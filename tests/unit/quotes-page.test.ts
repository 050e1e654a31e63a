import { describe, expect, it } from 'vitest'
import { quote, quotes, type QuoteId } from '../../data/deck'
import { companies, companyOf, quoteGroups } from '../../pages/quoteEntries'
import { quoteText } from '../../lectern/reader/client/copy'
import { fits, readFilter, writeFilter, type QuoteFacets } from '../../pages/reader/quoteFilter'

const entries = quoteGroups().flatMap(group => group.entries)
const ids = Object.keys(quotes) as QuoteId[]

describe('the page of quotations', () => {
  it('has them all, in the article’s order', () => {
    expect(entries.map(entry => entry.quote.order)).toEqual(ids.map((_, i) => i + 1))
  })

  it('offers every company by name, and the organisation that speaks itself', () => {
    const offered = companies().map(({ label }) => label)
    expect(offered).toContain('MercadoLibre')
    expect(offered).not.toContain('Stefan Nilsson')
    for (const entry of entries.filter(({ facets }) => facets.company))
      expect(companies().filter(({ value }) => value === entry.facets.company)).toHaveLength(1)
    expect(ids.filter(id => companyOf(quote(id)) === undefined)).toEqual(['stefan-nilsson'])
  })

  it('copies a quotation with who said it and where', () => {
    const { attribution } = entries.find(entry => entry.quote.id === 'bala-natarajan')!
    expect(quoteText('\n  “Some\n words” ', attribution)).toBe(
      '“Some words”\nBala Natarajan, PayPal. PayPal Taps Go to Modernize and Scale, go.dev, 1 June 2020. https://go.dev/solutions/paypal',
    )
  })
})

describe('filters', () => {
  const offered = { language: ['', 'go', 'rust'], company: ['', 'dropbox'], topic: ['', 'safety'] }

  it('come from the address, without what is not on offer', () => {
    expect(readFilter('?language=rust&company=nobody&topic=safety&x=1', offered)).toEqual({ language: 'rust', topic: 'safety' })
    expect(readFilter('?language=', offered)).toEqual({})
    expect(readFilter('', offered)).toEqual({})
  })

  it('go into the address in one order and leave the rest alone', () => {
    expect(writeFilter('?x=1&topic=safety', { topic: 'safety', language: 'go' })).toBe('?x=1&language=go&topic=safety')
    expect(writeFilter('?language=go', {})).toBe('')
    expect(writeFilter('', { language: '' })).toBe('')
  })

  it('let quotations about both languages pass for each', () => {
    const facets: QuoteFacets = { language: 'both', company: 'dropbox', topic: 'safety' }
    expect(fits(facets, {})).toBe(true)
    expect(fits(facets, { language: 'go' })).toBe(true)
    expect(fits(facets, { language: 'both' })).toBe(true)
    expect(fits(facets, { language: 'go', company: 'ibm' })).toBe(false)
    expect(fits({ ...facets, language: 'go' }, { language: 'both' })).toBe(false)
    expect(fits({ ...facets, language: 'go' }, { language: 'rust' })).toBe(false)
  })
})
