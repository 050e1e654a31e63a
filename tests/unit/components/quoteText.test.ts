import { describe, expect, it } from 'vitest'
import { openingOf, quoteParts, quoteSize, splitAt } from '../../../components/quotes/quoteText'
import { quotes, type Quote, type QuoteId } from '../../../data/deck'

describe('quoteParts', () => {
  it('marks the highlights and leaves the rest', () => {
    expect(quoteParts('Fast enough, and safe.', ['Fast', 'safe'])).toEqual([
      { text: 'Fast', marked: true },
      { text: ' enough, and ', marked: false },
      { text: 'safe', marked: true },
      { text: '.', marked: false },
    ])
  })

  it('follows the text, whatever the order of the highlights', () => {
    const marked = quoteParts('one two three', ['three', 'one']).filter(part => part.marked)
    expect(marked.map(({ text }) => text)).toEqual(['one', 'three'])
  })

  it('marks two highlights that touch', () => {
    expect(quoteParts('one two', ['one ', 'two']).map(({ marked }) => marked)).toEqual([true, true])
  })

  it('can mark all, or nothing', () => {
    expect(quoteParts('all', ['all'])).toEqual([{ text: 'all', marked: true }])
    expect(quoteParts('all', [])).toEqual([{ text: 'all', marked: false }])
  })

  it('refuses words that were not said, to the letter', () => {
    expect(() => quoteParts('It’s fast.', ['It\'s fast'])).toThrow('not part of the quotation: “It\'s fast”')
  })

  it('refuses to mark a word twice', () => {
    expect(() => quoteParts('one two three', ['one two', 'two three'])).toThrow('overlaps another: “two three”')
    expect(() => quoteParts('one two three', ['two', 'two'])).toThrow('overlaps another: “two”')
  })

  it.each(Object.keys(quotes) as QuoteId[])('gives %s back to the letter', (id) => {
    const { text, highlight } = quotes[id]
    const parts = quoteParts(text, highlight)
    expect(parts.map(part => part.text).join('')).toBe(text)
    expect(parts.filter(part => part.marked)).toHaveLength(highlight.length)
  })
})

describe('openingOf', () => {
  it('is the mark, after the words that lead in', () => {
    expect(openingOf({})).toBe('“')
    expect(openingOf({ lead: 'We' })).toBe('We “')
  })
})

describe('splitAt', () => {
  it('begins the second column with the hinge, and marks in both', () => {
    expect(splitAt('Go is small. Rust is exact.', 'Rust is', ['small', 'exact'])).toEqual([
      [{ text: 'Go is ', marked: false }, { text: 'small', marked: true }, { text: '. ', marked: false }],
      [{ text: 'Rust is ', marked: false }, { text: 'exact', marked: true }, { text: '.', marked: false }],
    ])
  })

  it('refuses a hinge that was not said', () => {
    expect(() => splitAt('one two', 'three', [])).toThrow('hinge is not part of the quotation: “three”')
  })

  it('refuses to mark across the hinge', () => {
    expect(() => splitAt('one two three', 'two', ['one two'])).toThrow('not part of the quotation: “one two”')
  })
})

describe('quoteSize', () => {
  const FORMS: Quote['form'][] = ['whole', 'swell', 'number', 'split', 'margin']
  const sizeOf = (form: Quote['form'], length: number): number => quoteSize({ form, text: 'x'.repeat(length) })

  it.each([
    ['whole', 100, 60], ['whole', 101, 54], ['whole', 5000, 36],
    ['swell', 360, 22], ['swell', 361, 20],
    ['number', 1, 22], ['number', 5000, 22],
    ['split', 460, 24], ['split', 461, 20],
    ['margin', 400, 24], ['margin', 500, 22], ['margin', 501, 20],
  ] as const)('of %s with %i characters is %i px', (form, length, size) => {
    expect(sizeOf(form, length)).toBe(size)
  })

  it.each(FORMS)('of %s never grows with the text, and is never under 20 px', (form) => {
    const sizes = Array.from({ length: 100 }, (_, i) => sizeOf(form, 10 * i))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(20)
  })
})
