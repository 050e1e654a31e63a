import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { labPlan, labRun, labWords, type LabWords } from '../../data/lab'
import { brotli } from '../../lab/run/brotli'
import { cache } from '../../lab/run/cache'
import { serve } from '../../lab/run/service'
import { findTools, goFolder, mustRun, runIn, rustFolder } from '../../lab/run/tools'
import { essence, speakers } from '../../lab/run/words'

const scratch = mkdtempSync(join(tmpdir(), 'lab-test-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** One round of as little work as there can be. */
const quick = { rounds: 1, small: true, say: () => {} }

async function buildService(language: 'go' | 'rust', folder: string): Promise<string> {
  const binary = join(folder, `service-${language}`)
  if (language === 'go') {
    await mustRun(goFolder, 'go', ['build', '-o', binary, './service'])
    return binary
  }
  await mustRun(rustFolder, 'cargo', ['build', '--quiet', '--locked', '--package', 'service'])
  return join(rustFolder, 'target/debug/service')
}

const refused = join(rustFolder, 'shown/refused')

describe('the programs in Go', () => {
  // Vet would say what it fetches.
  beforeAll(() => mustRun(goFolder, 'go', ['mod', 'download']))

  it('are formatted', async () => {
    expect(await mustRun(goFolder, 'gofmt', ['-l', '.'])).toBe('')
  })

  it('leave vet nothing to say', async () => {
    expect(await runIn(goFolder, 'go', ['vet', './...'])).toEqual({ code: 0, output: '' })
  })
})

describe('the programs in Rust', () => {
  it('are formatted', async () => {
    await mustRun(rustFolder, 'cargo', ['fmt', '--all', '--check'])
    await mustRun(refused, 'rustfmt', ['--edition', '2024', '--check', 'cases.rs', 'race.rs'])
  })

  it('leave clippy nothing to say', async () => {
    await mustRun(rustFolder, 'cargo', ['clippy', '--quiet', '--locked', '--workspace', '--all-targets', '--', '-D', 'warnings'])
  })
})

describe('programs whose lines the slides show', () => {
  const shown = [
    { program: 'concurrency', prints: '500500\n' },
    { program: 'cases', prints: '120\nsold\nclosed\n' },
    { program: 'race-atomic', prints: '8000000\n' },
  ]

  it.each(shown)('$program prints the same in both languages', async ({ program, prints }) => {
    const bin = program.replace('-', '_')
    expect(await mustRun(goFolder, 'go', ['run', `./${program}`])).toBe(prints)
    expect(await mustRun(rustFolder, 'cargo', ['run', '--quiet', '--locked', '--package', 'shown', '--bin', bin])).toBe(prints)
  })
})

describe('measured programs', () => {
  it('both caches read the same values', async () => {
    const { samples, timelines } = await cache({ scratch: mkdtempSync(join(scratch, 'cache-')), ...quick })
    expect(Object.keys(samples).sort()).toEqual(Object.keys(labPlan.cache.series).sort())
    expect(Object.keys(timelines ?? {})).toEqual(Object.keys(labPlan.cache.timelines))
  })

  it('Rust’s brotli comes through C to Go, and both read what they wrote', async () => {
    const { samples } = await brotli({ scratch: mkdtempSync(join(scratch, 'brotli-')), ...quick })
    expect(Object.keys(samples).sort()).toEqual(Object.keys(labPlan.brotli.series).sort())
    expect(samples['go-size-9']![0]).toBeLessThan(samples['go-size-5']![0]!)
  })

  it.each(['go', 'rust'] as const)('the service in %s answers each request', async (language) => {
    const binary = await buildService(language, scratch)
    const memory = await serve(language, binary, 'no such article')
    expect(Object.keys(memory)).toEqual([`${language}-memory-start`, `${language}-memory-served`])
  })
})

describe('recorded words', () => {
  const all = (['race', 'cases'] as const).flatMap(experiment =>
    Object.keys(speakers[experiment]).map(id => ({ experiment, id })))

  it('have a speaker each', () => {
    expect(all.map(({ experiment, id }) => `${experiment} ${id}`)).toEqual(
      (['race', 'cases'] as const).flatMap(experiment => Object.keys(labPlan[experiment].words).map(id => `${experiment} ${id}`)))
  })

  it.each(all)('$experiment: $id says the same today', async ({ experiment, id }) => {
    const tools = await findTools()
    if ('missing' in tools)
      throw new Error(tools.missing)
    const language = id.startsWith('go') ? 'go' : 'rust'
    const isSameVersion = labRun(experiment).versions[language] === tools.versions[language]
    const speaker = (speakers[experiment] as Record<string, (scratch: string) => Promise<LabWords>>)[id]
    const found = await speaker!(scratch)
    expect(essence(found, isSameVersion)).toEqual(essence(labWords(experiment, id as never), isSameVersion))
  })
})
