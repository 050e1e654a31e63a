import { describe, expect, it } from 'vitest'
import { barText } from '../../../components/reports/barText'

describe('barText', () => {
  it.each([
    [{ label: '', value: 32 }, 'servers', '32 servers'],
    [{ label: '', value: [300, 450] as const }, 'ms', '300–450 ms'],
    [{ label: '', value: 100, display: 'hundreds of MB', open: true as const }, 'MB', 'hundreds of MB'],
  ])('%o in %s is “%s”', (bar, unit, text) => {
    expect(barText(bar, unit)).toBe(text)
  })
})
