import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root, run, runTool, secondsSince } from './run'
import { playwrightTally, tally, vitestTally, type Tally } from './tally'

/** Runs one part of the tests and says in a line how it went. */
async function part(name: string, work: () => Promise<{ result: Tally, output: string }>): Promise<Tally> {
  const start = performance.now()
  const { output, result } = await work()
  if (result.failed > 0)
    console.log(output.trim())
  console.log(`${result.failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${secondsSince(start)}`)
  return result
}

async function toolPart(name: string, file: string, args: readonly string[]): Promise<Tally> {
  return part(name, async () => {
    const { code, output } = await runTool(file, args)
    return { output, result: tally(code === 0 ? 1 : 0, code === 0 ? 0 : 1, code) }
  })
}

/**
 * Types, lint and unit tests, side by side.
 * @param filters words for Vitest: only the test files whose path has one of them
 */
export async function runChecks(filters: readonly string[] = []): Promise<Tally[]> {
  return Promise.all([
    toolPart('types', 'vue-tsc/bin/vue-tsc.js', ['--noEmit']),
    toolPart('lint', 'eslint/bin/eslint.js', ['--max-warnings=0']),
    part('unit', async () => {
      const report = await freshReport('unit')
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters]
      const { code, output } = await runTool('vitest/vitest.mjs', args)
      return { output, result: vitestTally(await readReport(report), code) }
    }),
  ])
}

/** Builds the site that the tests in a browser look at. */
export async function buildSite(): Promise<Tally> {
  return part('build', async () => {
    const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/build.ts'])
    return { output, result: tally(code === 0 ? 1 : 0, code === 0 ? 0 : 1, code) }
  })
}

/**
 * Tests in a browser, each shown as it ends.
 * @param project of playwright.config.ts
 */
export async function runPlaywright(project: 'e2e' | 'export', browserPath: string): Promise<Tally> {
  return part(project, async () => {
    const report = await freshReport(project)
    const { code } = await runTool('@playwright/test/cli.js', ['test', '--project', project], {
      stdio: 'inherit',
      env: { ...process.env, DECK_BROWSER: browserPath, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    })
    return { output: '', result: playwrightTally(await readReport(report), code) }
  })
}

async function freshReport(name: string): Promise<string> {
  const file = join(root, 'test-results', `${name}.json`)
  await rm(file, { force: true })
  return file
}

async function readReport<T>(file: string): Promise<T | undefined> {
  return readFile(file, 'utf8').then(text => JSON.parse(text) as T, () => undefined)
}
