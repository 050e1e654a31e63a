import { describe, expect, it } from 'vitest'
import { fractionalYear, hangFlags } from '../../../components/changes/timeline'

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

describe('hangFlags', () => {
  it('puts labels to the right of their poles, on one height after the other', () => {
    expect(hangFlags([0, 100, 200], [60, 60, 60], [0, 300])).toEqual([
      { left: 0, right: 60, height: 'far', pole: 'left' },
      { left: 100, right: 160, height: 'near', pole: 'left' },
      { left: 200, right: 260, height: 'far', pole: 'left' },
    ])
  })

  it('lets a pole pass between labels that are nearer to the line', () => {
    const points = [100, 130, 260, 290]
    const flags = hangFlags(points, [90, 90, 90, 90], [0, 380])
    for (const [i, far] of flags.entries()) {
      for (const near of flags) {
        if (far.height === 'far' && near.height === 'near')
          expect(points[i]! < near.left || points[i]! > near.right).toBe(true)
      }
    }
  })

  it('keeps labels in their room, and off each other', () => {
    const flags = hangFlags([20, 60, 130], [80, 80, 80], [0, 210])
    expect(Math.min(...flags.map(({ left }) => left))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...flags.map(({ right }) => right))).toBeLessThanOrEqual(210)
    for (const height of ['near', 'far']) {
      const row = flags.filter(flag => flag.height === height).sort((a, b) => a.left - b.left)
      expect(row.filter((flag, i) => i > 0 && flag.left < row[i - 1]!.right)).toEqual([])
    }
  })

  it('says so where there is no room', () => {
    expect(() => hangFlags([10, 20, 30], [80, 80, 80], [0, 100])).toThrow('no room for 3 labels on two heights')
  })
})
