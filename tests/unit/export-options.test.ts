import { describe, expect, it } from 'vitest'
import { parseExportOptions, pdfName, slidesInRange } from '../../scripts/export-options'

describe('parseExportOptions', () => {
  it('builds and exports everything by default', () => {
    expect(parseExportOptions([])).toEqual({
      withClicks: false, dark: false, output: 'exports', range: undefined, build: true, help: false,
    })
  })

  it('reads every option', () => {
    expect(parseExportOptions(['--with-clicks', '--dark', '--output', 'out', '--range', '2-4', '--no-build', '--help'])).toEqual({
      withClicks: true, dark: true, output: 'out', range: '2-4', build: false, help: true,
    })
  })

  it.each([
    [['--foo'], 'Unknown option \'--foo\''],
    [['--output'], '--output'],
    [['slides.md'], 'slides.md'],
    [['--range', 'two'], '--range must be slide numbers such as 2-4 or 1,5-7, not “two”'],
  ])('refuses %j in one line', (args, message) => {
    expect(() => parseExportOptions(args)).toThrow(message)
    expect(() => parseExportOptions(args)).toThrow(/^.*$/)
  })
})

describe('slidesInRange', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5]],
    ['2-4', [2, 3, 4]],
    ['5', [5]],
    ['4-5,1', [1, 4, 5]],
    ['1-2,2-3', [1, 2, 3]],
  ])('%s', (range, expected) => {
    expect(slidesInRange(range, 5)).toEqual(expected)
  })

  it.each(['0', '6', '4-6', '3-2'])('refuses %s of 5 slides', (range) => {
    expect(() => slidesInRange(range, 5)).toThrow(`--range must stay within the slides 1 to 5, not “${range}”`)
  })
})

describe('pdfName', () => {
  it('differs for every variant', () => {
    const names = [false, true].flatMap(dark => [false, true].flatMap(withClicks => [undefined, '2-4'].map(range =>
      pdfName({ dark, withClicks, range }))))
    expect(new Set(names).size).toBe(8)
    expect(names).toContain('better-together.pdf')
    expect(names).toContain('better-together-steps.pdf')
  })
})
