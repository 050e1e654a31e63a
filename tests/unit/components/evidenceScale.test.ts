import { describe, expect, it } from 'vitest'
import { barText, placeBars } from '../../../components/evidenceScale'

describe('placeBars', () => {
  it('starts every bar at zero and gives the longest the whole scale', () => {
    expect(placeBars([{ label: 'Before', value: 32 }, { label: 'After', value: 4 }]))
      .toEqual([{ solid: 100, end: 100 }, { solid: 12.5, end: 12.5 }])
  })

  it('draws a range from its low end to its high end', () => {
    expect(placeBars([{ label: 'Before', value: [300, 400] }, { label: 'After', value: [20, 40] }]))
      .toEqual([{ solid: 75, end: 100 }, { solid: 5, end: 10 }])
  })

  it('runs an open bar to the end, beyond anything that was measured', () => {
    const [open, closed] = placeBars([
      { label: 'Least', value: 100, open: true },
      { label: 'Measured', value: 100 },
    ])
    expect(open?.end).toBe(100)
    expect(open?.solid).toBe(closed?.end)
    expect(closed?.end).toBeCloseTo(100 / 1.35)
  })

  it('keeps an open bar at its least value where another is longer', () => {
    const [open, longest] = placeBars([{ label: 'Least', value: 1, open: true }, { label: 'Longest', value: 4 }])
    expect(open?.solid).toBeCloseTo((longest?.end ?? 0) / 4)
    expect(longest?.solid).toBe(longest?.end)
  })

  it('places nothing where there is nothing', () => {
    expect(placeBars([])).toEqual([])
  })
})

describe('barText', () => {
  it.each([
    [{ label: '', value: 32 }, 'servers', '32 servers'],
    [{ label: '', value: [300, 450] as const }, 'ms', '300–450 ms'],
    [{ label: '', value: 100, display: 'hundreds of MB', open: true as const }, 'MB', 'hundreds of MB'],
  ])('%o in %s is “%s”', (bar, unit, text) => {
    expect(barText(bar, unit)).toBe(text)
  })
})
