import { describe, expect, it } from 'vitest'
import { fractionalYear } from '../../../components/timeline'

describe('fractionalYear', () => {
  it.each([
    ['2021', 2021],
    ['2021-01-01', 2021],
    ['2025-12', 2025 + 334 / 365],
    ['2021-07-02', 2021 + 182 / 365],
    ['2024-12-31', 2024 + 365 / 366],
  ])('%s lies at %d', (date, year) => {
    expect(fractionalYear(date)).toBeCloseTo(year, 6)
  })

  it('keeps dates in their order', () => {
    const dates = ['2020-12-31', '2021', '2021-01-02', '2021-02', '2022']
    const years = dates.map(fractionalYear)
    expect(years).toEqual([...years].sort((a, b) => a - b))
  })

  it.each(['someday', 'March 2022', '2022-13', '', '2022/03/15'])('refuses “%s”', (date) => {
    expect(() => fractionalYear(date)).toThrow(`expected an ISO 8601 date, found “${date}”`)
  })
})
