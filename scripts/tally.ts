import { relative } from 'node:path'

/** What a runner of tests came to. */
export interface Tally {
  passed: number
  /** Each failed test by name, as its runner writes it: its file, then its titles. */
  failed: readonly string[]
}

/** Part of a report of Vitest's JSON reporter: a file that does not load has failed with no test to blame. */
export interface VitestReport {
  testResults: readonly {
    /** Path of the file. */
    name: string
    status: string
    assertionResults: readonly { status: string, ancestorTitles: readonly string[], title: string }[]
  }[]
}

/** Part of a report of Playwright's JSON reporter. */
export interface PlaywrightReport {
  suites: readonly Suite[]
}

interface Suite {
  title: string
  specs: readonly { title: string, tests: readonly { status: string, projectName: string }[] }[]
  suites?: readonly Suite[]
}

/**
 * Counts honestly: a runner that ran nothing failed, and so did one that ended badly with no test to blame.
 * @param runner its name, to which such a failure is put down
 * @param code the runner's exit code
 */
export function tally(runner: string, passed: number, failed: readonly string[], code: number): Tally {
  if (passed + failed.length === 0)
    return { passed, failed: [`${runner}: it ran nothing`] }
  if (code !== 0 && failed.length === 0)
    return { passed, failed: [`${runner}: it ended with ${code}, and no test says why`] }
  return { passed, failed }
}

/** Reads the report of Vitest's JSON reporter; `undefined` where it left none. A skipped test did not pass. */
export function vitestTally(runner: string, report: VitestReport | undefined, code: number): Tally {
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults, name, status }) => [
    ...assertionResults.map(one => ({ passed: one.status === 'passed', titles: [...one.ancestorTitles, one.title], name })),
    ...(status === 'failed' && assertionResults.length === 0 ? [{ passed: false, titles: [], name }] : []),
  ])
  return counted(runner, tests.map(({ name, passed, titles }) => ({ passed, name: [relative('', name), ...titles] })), code)
}

/** Reads the report of Playwright's JSON reporter; `undefined` where it left none. A skipped or flaky test did not pass. */
export function playwrightTally(runner: string, report: PlaywrightReport | undefined, code: number): Tally {
  const within = ({ specs, suites = [], title }: Suite): { passed: boolean, project: string, titles: string[] }[] => [
    ...specs.flatMap(spec => spec.tests.map(test => ({ passed: test.status === 'expected', project: test.projectName, titles: [title, spec.title] }))),
    ...suites.flatMap(within).map(test => ({ ...test, titles: [title, ...test.titles] })),
  ]
  const tests = (report?.suites ?? []).flatMap(within)
  return counted(runner, tests.map(({ passed, project, titles }) => ({ passed, name: [`[${project}]`, ...titles] })), code)
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
  }
}

function counted(runner: string, tests: readonly { passed: boolean, name: readonly string[] }[], code: number): Tally {
  const failed = tests.filter(({ passed }) => !passed).map(({ name }) => name.join(' › '))
  return tally(runner, tests.length - failed.length, failed, code)
}
