import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { leastSamples, type LabId, type LabRecord } from '../../data/lab'
import { describeProblem } from '../../data/validate'
import { validateLab } from '../../data/validate-lab'
import { brotli } from './brotli'
import { cache } from './cache'
import { cases } from './cases'
import { namedVersions, sayer, type Experiment } from './experiment'
import { thisMachine } from './machine'
import { labHelp, parseLabOptions } from './options'
import { race } from './race'
import { service } from './service'
import { findTools } from './tools'
import { main, progress, root, secondsSince, UserError } from 'slidev-addon-lectern/node'

const experiments: Record<LabId, Experiment> = { race, cases, service, cache, brotli }

await main('lab', async () => {
  const options = parseLabOptions(process.argv.slice(2))
  if (options.help)
    return console.log(labHelp)
  const tools = await findTools()
  if ('missing' in tools)
    throw new UserError(tools.missing)

  const file = resolve(root, options.output ?? 'lab/results.json')
  for (const id of options.experiments) {
    const start = performance.now()
    const scratch = mkdtempSync(join(tmpdir(), 'lab-'))
    const clean = (): void => rmSync(scratch, { recursive: true, force: true })
    // Also after Ctrl-C, which ends the process at once.
    process.once('exit', clean)
    const machine = await thisMachine()
    if (machine.load > machine.cores / 2)
      console.log(`${id}: the machine is at work already (load ${machine.load}, ${machine.cores} cores): measure again when it is quiet`)
    const { settings, versions, ...result } = await experiments[id]({
      scratch, small: options.small, rounds: options.small ? 1 : leastSamples, say: sayer(id),
    })
    process.off('exit', clean)
    clean()
    await writeResult(file, id, {
      run: {
        date: new Date().toISOString().slice(0, 10),
        command: `npm run lab -- ${id}`,
        machine,
        versions: namedVersions(tools.versions, versions),
        ...settings && { settings },
      },
      ...result,
    })
    progress()
    console.log(`✓ ${id.padEnd(8)} ${secondsSince(start)}`)
  }
  if (!options.small)
    reportProblems(await readResults(file))
})

/** Former results stay whole until the new ones are: the file changes in one step, an experiment at a time. */
async function writeResult(file: string, id: LabId, result: LabRecord): Promise<void> {
  const results = { ...await readResults(file), [id]: result }
  const ordered = Object.fromEntries(Object.keys(experiments)
    .flatMap(name => name in results ? [[name, results[name]]] : []))
  await writeFile(`${file}.new`, formatResults(ordered))
  await rename(`${file}.new`, file)
}

/** JSON with a list of numbers in one line, so that a diff shows a series as a whole. */
function formatResults(results: unknown): string {
  return `${JSON.stringify(results, undefined, 2).replaceAll(/\[[\d\s.,e+-]*\]/g, list => list.replaceAll(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`
}

async function readResults(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  try {
    return JSON.parse(text) as Record<string, unknown>
  }
  catch {
    throw new UserError(`${file} is not JSON: mend it, or remove it and measure everything`)
  }
}

function reportProblems(results: unknown): void {
  const problems = validateLab(results)
  if (problems.length)
    throw new UserError(`the results are not whole:\n${problems.map(describeProblem).join('\n')}`)
}
