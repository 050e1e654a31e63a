import { join } from 'node:path'
import { alternate, numberIn, type Experiment } from './experiment'
import { goFolder, mustRun, rustFolder } from './tools'
import { record } from './words'

/** One counter, eight workers: what compiles, what it shows, and what is said about it. */
export const race: Experiment = async (bench) => {
  const { say, scratch } = bench
  say('building')
  const target = join(scratch, 'target')
  await mustRun(goFolder, 'go', ['build', '-o', `${scratch}/`, './race', './race-atomic'])
  await mustRun(rustFolder, 'cargo', ['build', '--release', '--quiet', '--package', 'shown', '--bins', '--target-dir', target])
  const count = (series: string, program: string) => async () =>
    ({ [series]: numberIn(await mustRun(scratch, program, []), program) })
  // Cheap, and how often the sum is right by chance is part of the answer.
  const samples = await alternate({ ...bench, rounds: bench.rounds * 3 }, {
    'Go without turns': count('go-unsynchronised', join(scratch, 'race')),
    'Go with an atomic': count('go-atomic', join(scratch, 'race-atomic')),
    'Rust with an atomic': count('rust-atomic', join(target, 'release/race_atomic')),
  })
  say('the compilers’ words')
  return { samples, words: await record('race', scratch) }
}
