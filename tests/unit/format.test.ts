import { describe, expect, it } from 'vitest'
import { formatDate, formatPercent, formatRank, formatSource, type SourceRecord } from '../../data/deck'

const source: SourceRecord = {
  title: 'A Page',
  publisher: 'A Publisher',
  url: 'https://example.org/page',
  published: '2021-03',
  accessed: '2026-11-24',
  confidence: 'verified',
}

describe('formatPercent', () => {
  it.each([[8.8, '8.8%'], [67.69, '67.7%'], [17, '17.0%'], [0, '0.0%']])('writes %d as %s', (value, text) => {
    expect(formatPercent(value)).toBe(text)
  })
})

describe('formatRank', () => {
  it('puts the sign before the number', () => {
    expect(formatRank(12)).toBe('#12')
  })
})

describe('formatDate', () => {
  it.each([
    ['2021', '2021'],
    ['2021-03', 'March 2021'],
    ['2021-03-04', '4 March 2021'],
  ])('writes %s as %s', (date, text) => {
    expect(formatDate(date)).toBe(text)
  })
})

describe('formatSource', () => {
  it('is title and publisher under a picture', () => {
    expect(formatSource(source, 'short')).toBe('A Page, A Publisher')
  })

  it('does not name twice a publisher that the title names', () => {
    expect(formatSource({ ...source, title: 'A Publisher Survey' }, 'short')).toBe('A Publisher Survey')
  })

  it('has date, address and last check in the list at the end', () => {
    expect(formatSource(source, 'long'))
      .toBe('A Page, A Publisher, March 2021. https://example.org/page (checked 24 November 2026)')
  })

  it('says so when a page bears no date, and ends with the note', () => {
    expect(formatSource({ ...source, published: null, note: 'Read in a copy.' }, 'long')).toBe(
      'A Page, A Publisher, undated. https://example.org/page (checked 24 November 2026). Read in a copy.',
    )
  })
})
