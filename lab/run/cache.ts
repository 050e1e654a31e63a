import { join } from 'node:path'
import type { LabTimeline } from '../../data/lab'
import { UserError } from 'slidev-addon-lectern/node'
import { alternate, type Experiment } from './experiment'
import { crateVersion } from './packages'
import { assertLinux, start } from './process'
import { goFolder, mustRun, rustFolder } from './tools'

/** Length of a window of the timelines in milliseconds, as both programs have it. */
const window = 100

/** What both programs print at their end. */
interface Report {
  micros: Record<string, number>
  longest: number[]
  /** In Go only. */
  collections?: number
  /** A sum over what was read: the same wherever the same was done. */
  check: number
}

/** What somebody who knows Go sets for a large heap: room for it to grow, and a limit below the machine’s memory. */
const tuned = { GOGC: '400', GOMEMLIMIT: '1500MiB' }

/** A large cache under a load that does not wait: how long requests are delayed, and how much memory it takes. */
export const cache: Experiment = async (bench) => {
  assertLinux('cache')
  const { say, scratch, small } = bench
  say('building')
  const target = join(scratch, 'target')
  const goBinary = join(scratch, 'go-cache')
  await mustRun(goFolder, 'go', ['build', '-o', goBinary, './cache'])
  await mustRun(rustFolder, 'cargo', ['build', '--release', '--quiet', '--locked', '--package', 'cache', '--target-dir', target])

  const [entries, seconds] = small ? [10_000, 1] : [1_000_000, 15]
  const timelines: Record<string, LabTimeline> = {}
  const checks = new Set<number>()
  const load = (run: string, binary: string, env: NodeJS.ProcessEnv = {}) => async () => {
    const { memory, report } = await watch(binary, [String(entries), String(seconds)], env)
    timelines[run] = { window, longest: report.longest.map(Math.round), memory: memory.map(Math.round) }
    checks.add(report.check)
    return Object.fromEntries([
      ...Object.entries(report.micros).map(([name, value]) => [`${run}-${name}`, value]),
      [`${run}-memory`, Math.round(Math.max(...memory))],
      ...report.collections === undefined ? [] : [[`${run}-collections`, report.collections]],
    ]) as Record<string, number>
  }
  const samples = await alternate(bench, {
    'Go as it comes': load('go-default', goBinary),
    'Go with a memory limit': load('go-tuned', goBinary, tuned),
    'Rust': load('rust', join(target, 'release/cache')),
  })
  if (checks.size !== 1)
    throw new UserError(`both caches should have read the same values, and their sums are ${[...checks].join(' and ')}`)
  return {
    samples,
    timelines,
    words: {},
    versions: { 'rustc-hash': await crateVersion('rustc-hash') },
    settings: tuned,
  }
}

/** Runs a cache and reads its memory in each window. */
async function watch(binary: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ report: Report, memory: number[] }> {
  const program = start(binary, args, env)
  const memory: number[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    const first = await program.line()
    if (first !== 'start')
      throw new UserError(`${binary} should print “start”, and printed “${first ?? 'nothing'}”`)
    const sample = async (): Promise<void> => {
      const megabytes = await program.memory()
      if (megabytes !== undefined)
        memory.push(megabytes)
    }
    timer = setInterval(() => void sample(), window)
    const line = await program.line()
    if (line === undefined)
      throw new UserError(`${binary} ended without a report`)
    return { report: JSON.parse(line) as Report, memory }
  }
  finally {
    clearInterval(timer)
    await program.end()
  }
}
