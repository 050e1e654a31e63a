/** What a runner of tests came to. */
export interface Tally {
  passed: number
  failed: number
}

/**
 * Counts honestly: a skipped test did not pass, a runner that ran nothing failed, and so did one that ended
 * badly with no test to blame.
 * @param code the runner's exit code
 */
export function tally(passed: number, failed: number, code: number): Tally {
  const nothingRan = passed + failed === 0
  const unexplained = code !== 0 && failed === 0
  return { passed, failed: nothingRan || unexplained ? failed + 1 : failed }
}

/** Reads the report of Vitest's JSON reporter; `undefined` where it left none. */
export function vitestTally(
  report: { numPassedTests: number, numTotalTests: number } | undefined,
  code: number,
): Tally {
  const { numPassedTests = 0, numTotalTests = 0 } = report ?? {}
  return tally(numPassedTests, numTotalTests - numPassedTests, code)
}

/** Reads the report of Playwright's JSON reporter; `undefined` where it left none. */
export function playwrightTally(
  report: { stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | undefined,
  code: number,
): Tally {
  const { expected = 0, flaky = 0, skipped = 0, unexpected = 0 } = report?.stats ?? {}
  return tally(expected, unexpected + flaky + skipped, code)
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 })
}
