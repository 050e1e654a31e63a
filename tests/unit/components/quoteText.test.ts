import { describe, expect, it } from 'vitest'
import { quoteParts, quoteSize } from '../../../components/quoteText'
import { quotes, type QuoteId } from '../../../data/deck'

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

describe('quoteSize', () => {
  const sizeOf = (length: number): number => quoteSize('x'.repeat(length))

  it.each([
    [1, 34], [190, 34], [191, 30], [300, 30], [400, 26], [520, 24], [680, 22], [681, 20], [5000, 20],
  ])('of %i characters is %i px', (length, size) => {
    expect(sizeOf(length)).toBe(size)
  })

  it('never grows with the text', () => {
    const sizes = Array.from({ length: 100 }, (_, i) => sizeOf(10 * i))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})
