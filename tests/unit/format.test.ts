import { describe, expect, it } from 'vitest'
import { formatCaveat, formatCheck, formatDate, formatPercent, formatRank, formatSource, type SourceRecord } from '../../data/deck'
import { formatDelay, formatMeasure } from '../../data/format'

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

  it('cuts months to three letters where room is short', () => {
    expect(formatDate('2021-09-04', 'short')).toBe('4 Sep 2021')
    expect(formatDate('2021', 'short')).toBe('2021')
  })
})

describe('a source', () => {
  it('is title and publisher under a picture', () => {
    expect(formatSource(source)).toBe('A Page, A Publisher')
  })

  it('does not name twice a publisher that the title names', () => {
    expect(formatSource({ ...source, title: 'A Publisher Survey' })).toBe('A Publisher Survey')
  })

  it('says when it was last checked, whether it was read, and what its note says', () => {
    expect(formatCheck(source)).toBe('Checked 24 Nov 2026.')
    expect(formatCheck({ ...source, confidence: 'likely', note: 'Read in a copy' })).toBe('Linked, not read; checked 24 Nov 2026. Read in a copy.')
  })

  it('says only what limits it, where the day is said once for all', () => {
    expect(formatCaveat(source)).toBe('')
    expect(formatCaveat({ ...source, confidence: 'likely', note: 'Read in a copy' })).toBe('Linked, not read. Read in a copy.')
  })
})

describe('what the lab measured', () => {
  it('has two digits, or all of a whole number', () => {
    expect([0.6149, 4.37, 43.7, 43.2, 437.4, 1234.5].map(formatMeasure)).toEqual(['0.61', '4.4', '44', '43', '437', '1,235'])
  })

  it('is a delay in the unit that one reads', () => {
    expect([0.61, 61.4, 999, 1000, 12_345].map(formatDelay)).toEqual(['0.61 µs', '61 µs', '999 µs', '1 ms', '12 ms'])
  })
})
