import { describe, expect, it } from 'vitest'
import { playwrightTally, sum, vitestTally } from '../../scripts/tally'

describe('vitestTally', () => {
  it('counts', () => {
    expect(vitestTally({ numPassedTests: 3, numTotalTests: 5 }, 1)).toEqual({ passed: 3, failed: 2 })
  })

  it.each([
    ['no report', undefined, 0],
    ['no tests', { numPassedTests: 0, numTotalTests: 0 }, 0],
  ])('fails with %s', (_, report, code) => {
    expect(vitestTally(report, code)).toEqual({ passed: 0, failed: 1 })
  })

  it('fails when the runner does, though every test passed', () => {
    expect(vitestTally({ numPassedTests: 3, numTotalTests: 3 }, 1)).toEqual({ passed: 3, failed: 1 })
  })
})

describe('playwrightTally', () => {
  it('counts a skipped and a flaky test as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }
    expect(playwrightTally({ stats }, 1)).toEqual({ passed: 4, failed: 3 })
  })

  it('fails without a report', () => {
    expect(playwrightTally(undefined, 1)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('sum', () => {
  it('adds up', () => {
    expect(sum([{ passed: 1, failed: 0 }, { passed: 2, failed: 3 }])).toEqual({ passed: 3, failed: 3 })
  })
})
