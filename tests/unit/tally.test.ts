import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { playwrightTally, sum, tally, vitestTally, type PlaywrightReport, type VitestReport } from '../../scripts/tally'

describe('tally', () => {
  it('fails where nothing ran', () => {
    expect(tally('lint', 0, [], 0)).toEqual({ passed: 0, failed: ['lint: it ran nothing'] })
  })

  it('fails when the runner does, though every test passed', () => {
    expect(tally('unit', 3, [], 1)).toEqual({ passed: 3, failed: ['unit: it ended with 1, and no test says why'] })
  })
})

describe('vitestTally', () => {
  const result = (status: string, title: string): VitestReport['testResults'][number]['assertionResults'][number] =>
    ({ status, ancestorTitles: ['sum'], title })
  const report: VitestReport = {
    testResults: [
      { name: resolve('tests/a.test.ts'), status: 'failed', assertionResults: [result('passed', 'adds'), result('failed', 'carries'), result('skipped', 'rounds')] },
      { name: resolve('tests/b.test.ts'), status: 'failed', assertionResults: [] },
    ],
  }

  it('counts, and names what failed, was skipped or did not load', () => {
    expect(vitestTally('unit', report, 1)).toEqual({
      passed: 1,
      failed: ['tests/a.test.ts › sum › carries', 'tests/a.test.ts › sum › rounds', 'tests/b.test.ts'],
    })
  })

  it('fails without a report', () => {
    expect(vitestTally('unit', undefined, 0)).toEqual({ passed: 0, failed: ['unit: it ran nothing'] })
  })
})

describe('playwrightTally', () => {
  const spec = (status: string, title: string): PlaywrightReport['suites'][number]['specs'][number] =>
    ({ title, tests: [{ status, projectName: 'e2e' }] })
  const report: PlaywrightReport = {
    suites: [{
      title: 'keys.test.ts',
      specs: [spec('expected', 'forward'), spec('unexpected', 'back')],
      suites: [{ title: 'on a phone', specs: [spec('flaky', 'swipes'), spec('skipped', 'taps'), spec('expected', 'turns')] }],
    }],
  }

  it('counts, and names what failed, was skipped or passed the second time', () => {
    expect(playwrightTally('e2e', report, 1)).toEqual({
      passed: 2,
      failed: ['[e2e] › keys.test.ts › back', '[e2e] › keys.test.ts › on a phone › swipes', '[e2e] › keys.test.ts › on a phone › taps'],
    })
  })

  it('fails without a report', () => {
    expect(playwrightTally('e2e', undefined, 1)).toEqual({ passed: 0, failed: ['e2e: it ran nothing'] })
  })
})

describe('sum', () => {
  it('adds up', () => {
    expect(sum([{ passed: 1, failed: [] }, { passed: 2, failed: ['a', 'b'] }])).toEqual({ passed: 3, failed: ['a', 'b'] })
  })
})
