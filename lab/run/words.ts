import { join } from 'node:path'
import type { LabWords } from '../../data/lab'
import { goFolder, runIn, rustFolder } from './tools'

/** What a compiler, a checker or a program said: recorded as it was, but for places that differ between machines. */
type Speaker = (scratch: string) => Promise<LabWords>

const refused = join(rustFolder, 'shown/refused')

/** `go build` and `go vet` of a program that has a mistake. */
function goSays(verb: 'build' | 'vet', program: string): Speaker {
  return async scratch => spoken(`go ${verb} ./${program}`, await runIn(goFolder, 'go', [
    verb, ...verb === 'build' ? ['-o', join(scratch, program)] : [], `./${program}`,
  ]))
}

function goRuns(program: string, flags: readonly string[] = []): Speaker {
  const shown = ['go', 'run', ...flags, `./${program}`].join(' ')
  // Built and run in two steps: `go run` would add a line of its own and hide the exit code.
  return async (scratch) => {
    const binary = join(scratch, `${program}-run`)
    const built = await runIn(goFolder, 'go', ['build', ...flags, '-o', binary, `./${program}`])
    return spoken(shown, built.code === 0 ? await runIn(scratch, binary, []) : built)
  }
}

function rustRefuses(program: string): Speaker {
  return async scratch => spoken(`rustc --edition 2024 ${program}.rs`, await runIn(refused, 'rustc', [
    '--edition', '2024', '--crate-name', program, '--emit', 'metadata', '-o', join(scratch, `${program}.rmeta`), `${program}.rs`,
  ]))
}

function spoken(command: string, { code, output }: { code: number, output: string }): LabWords {
  const text = output
    // The source of a release stands under the name of its commit.
    .replaceAll(/\/rustc\/[0-9a-f]{40}\//g, '')
    .replaceAll(/0x[0-9a-f]{4,}/g, '0x…')
    .trimEnd()
  return { command, code, text }
}

/** Who is asked for which recorded words. */
export const speakers = {
  race: {
    'go-build': goSays('build', 'race'),
    'go-vet': goSays('vet', 'race'),
    'go-detector': goRuns('race', ['-race']),
    'rust-build': rustRefuses('race'),
  },
  cases: {
    'go-build': goSays('build', 'cases-missing'),
    'go-vet': goSays('vet', 'cases-missing'),
    'go-run': goRuns('cases-missing'),
    'rust-build': rustRefuses('cases'),
  },
} as const satisfies Record<string, Record<string, Speaker>>

/** Lets everybody speak who has words in an experiment. */
export async function record(experiment: keyof typeof speakers, scratch: string): Promise<Record<string, LabWords>> {
  const words: Record<string, LabWords> = {}
  for (const [id, speaker] of Object.entries<Speaker>(speakers[experiment]))
    words[id] = await speaker(scratch)
  return words
}

/**
 * What has to be the same whenever the words are heard again: all of them from the recorded version, and from another
 * one the verdict and its headline, since compilers polish their explanations. Where a race is found is chance.
 */
export function essence({ code, text }: LabWords, isSameVersion: boolean): { code: number, text: string } {
  const isChance = text.includes('WARNING: DATA RACE')
  const headline = text.split('\n').find(line => /^(?:error|panic|WARNING)/.test(line)) ?? ''
  return { code, text: isSameVersion && !isChance ? text : headline }
}
