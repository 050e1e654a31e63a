import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findTools } from '../lab/run/tools'
import { root, run, runTool, secondsSince } from 'slidev-addon-lectern/node'
import { playwrightTally, sum, vitestTally, type Tally } from './tally'

/** Runs one part of the tests and says in a line how it went. */
async function part(name: string, work: () => Promise<{ result: Tally, output: string }>): Promise<Tally> {
  const start = performance.now()
  const { output, result } = await work()
  if (result.failed.length > 0)
    console.log(output.trim())
  console.log(`${result.failed.length > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${secondsSince(start)}`)
  return result
}

/** Of a tool that has no tests of its own, and passes or fails as one. */
function whole(name: string, code: number): Tally {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? [] : [name] }
}

async function toolPart(name: string, file: string, args: readonly string[]): Promise<Tally> {
  return part(name, async () => {
    const { code, output } = await runTool(file, args)
    return { output, result: whole(name, code) }
  })
}

/**
 * Types, lint, what nothing uses, and unit tests, side by side.
 * @param filters words for Vitest: only the test files whose path has one of them
 */
export async function runChecks(filters: readonly string[] = []): Promise<Tally[]> {
  return Promise.all([
    toolPart('types', 'vue-tsc/bin/vue-tsc.js', ['--noEmit']),
    toolPart('lint', 'eslint/bin/eslint.js', ['--max-warnings=0']),
    toolPart('unused', 'knip/bin/knip.js', ['--no-config-hints']),
    vitestPart('unit', filters),
  ])
}

function vitestPart(name: 'unit' | 'lab', args: readonly string[] = []): Promise<Tally> {
  return part(name, async () => {
    const report = await freshReport(name)
    const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]
    const { code, output } = await runTool('vitest/vitest.mjs', options)
    return { output, result: vitestTally(name, await readReport(report), code) }
  })
}

/** Builds, checks and runs the programs of the lab, where Go and Rust are; else one line says that nobody did. */
export async function runLab(): Promise<Tally> {
  const tools = await findTools()
  if (!('missing' in tools))
    return vitestPart('lab', ['--config', 'vitest.lab.config.ts'])
  console.log(`- lab      NOT checked, neither its programs nor their recorded words: ${tools.missing}`)
  return { passed: 0, failed: [] }
}

/** Builds the sites that the tests in a browser look at: the talk, and the deck that the addon is tried with. */
export async function buildForTests(): Promise<Tally> {
  const program = join(root, 'lectern/bin/lectern.mjs')
  const decks = { build: root, trial: join(root, 'lectern/tests/e2e/deck') }
  return sum(await Promise.all(Object.entries(decks).map(([name, cwd]) => part(name, async () => {
    const { code, output } = await run(process.execPath, [program, 'build'], { cwd })
    return { output, result: whole(name, code) }
  }))))
}

/**
 * Tests in a browser, each shown as it ends.
 * @param projects of playwright.config.ts
 */
export async function runPlaywright(name: 'e2e' | 'export', browserPath: string, projects: readonly string[] = [name]): Promise<Tally> {
  return part(name, async () => {
    const report = await freshReport(name)
    const { code } = await runTool('@playwright/test/cli.js', ['test', ...projects.flatMap(project => ['--project', project])], {
      stdio: 'inherit',
      env: { ...process.env, DECK_BROWSER: browserPath, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    })
    return { output: '', result: playwrightTally(name, await readReport(report), code) }
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
