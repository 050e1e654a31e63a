import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabWords } from '../../data/lab'
import { UserError } from 'slidev-addon-lectern/node'
import { alternate, type Experiment, type Sampler } from './experiment'
import { crateVersion } from './packages'
import { assertLinux, start } from './process'
import { goFolder, mustRun, runIn, rustFolder } from './tools'

const megabyte = 1e6

/** A small JSON service: how long it takes to build, how large it is, how much memory it takes. */
export const service: Experiment = async (bench) => {
  assertLinux('service')
  const { say, scratch } = bench
  say('fetching packages and copying the programs')
  const go = join(scratch, 'go')
  const rust = join(scratch, 'rust')
  await cp(goFolder, go, { recursive: true })
  await cp(rustFolder, rust, { recursive: true, filter: source => !source.startsWith(join(rustFolder, 'target')) })
  await mustRun(rust, 'cargo', ['fetch', '--quiet', '--locked'])

  const goCache = { GOCACHE: join(scratch, 'go-cache') }
  const goBinary = join(scratch, 'go-service')
  const target = join(scratch, 'target')
  const buildGo = (): Promise<string> => mustRun(go, 'go', ['build', '-ldflags', '-s -w', '-o', goBinary, './service'], { ...goCache, CGO_ENABLED: '0' })
  const cargo = (verb: 'build' | 'check', more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<string> =>
    mustRun(rust, 'cargo', [verb, '--quiet', '--offline', '--locked', '--package', 'service', '--target-dir', target, ...more], env)
  const rustBinary = join(target, 'release/service')

  /** Everything from nothing, then again after a line has changed in what the service answers. */
  const builds: Record<string, Sampler> = {
    'Go, built anew': async () => {
      await rm(goCache.GOCACHE, { recursive: true, force: true })
      return { 'go-clean': await secondsOf(buildGo) }
    },
    'Rust, built anew, debug': async () => {
      await rm(target, { recursive: true, force: true })
      return { 'rust-clean-debug': await secondsOf(() => cargo('build')) }
    },
    'Rust, built anew, release': async () => ({ 'rust-clean-release': await secondsOf(() => cargo('build', ['--release'])) }),
    'Go, one line': async (round) => {
      // So that what vet needs besides is there, as it is on a machine where somebody works.
      await mustRun(go, 'go', ['vet', './service'], goCache)
      await changeLine(join(go, 'service/main.go'), round)
      return { 'go-rebuild': await secondsOf(buildGo) }
    },
    'Rust, one line': async (round) => {
      await cargo('check')
      await changeLine(join(rust, 'service/src/main.rs'), round)
      return {
        'rust-rebuild-debug': await secondsOf(() => cargo('build')),
        'rust-rebuild-release': await secondsOf(() => cargo('build', ['--release'])),
        'rust-check': await secondsOf(() => cargo('check')),
      }
    },
    'Go, vet': async () => ({ 'go-vet': await secondsOf(() => mustRun(go, 'go', ['vet', './service'], goCache)) }),
    'Go, at work': round => serve('go', goBinary, missing(round)),
    'Rust, at work': round => serve('rust', rustBinary, missing(round)),
  }
  const samples = await alternate(bench, builds)

  say('sizes')
  const sizes = { 'go-size': [await sizeOf(goBinary)], 'rust-size': [await sizeOf(rustBinary)] }
  const words = { 'go-linked': await linked(goBinary, scratch), 'rust-linked': await linked(rustBinary, scratch) }
  // A target of its own, so that flags do not reach macros and build scripts.
  const triple = /^host: (.+)$/m.exec(await mustRun(rust, 'rustc', ['-vV']))?.[1] ?? ''
  say('Rust, static')
  await cargo('build', ['--release', '--target', triple], { RUSTFLAGS: '-C target-feature=+crt-static' })
  const rustStatic = join(target, triple, 'release/service')
  return {
    samples: { ...samples, ...sizes, 'rust-size-static': [await sizeOf(rustStatic)] },
    words: { ...words, 'rust-static-linked': await linked(rustStatic, scratch) },
    versions: { axum: await crateVersion('axum'), tokio: await crateVersion('tokio') },
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return Math.round(performance.now() - from) / 1000
}

/** Changes what the service says of an article that it does not have. */
async function changeLine(file: string, round: number): Promise<void> {
  const text = await readFile(file, 'utf8')
  const changed = text.replace(/"no such article[^"]*"/, `"${missing(round)}"`)
  if (changed === text)
    throw new UserError(`${file} should hold the line “no such article”`)
  await writeFile(file, changed)
}

function missing(round: number): string {
  return `no such article, said in round ${round + 1}`
}

/**
 * Memory at rest, after its start and after 100 requests, of which each is checked.
 * @param unknown what it says of an article that it does not have
 */
export async function serve(language: 'go' | 'rust', binary: string, unknown: string): Promise<Record<string, number>> {
  const server = start(binary, [])
  try {
    const site = `http://${await server.line()}/articles`
    await answers(`${site}/1`, 404, { error: unknown })
    const atStart = await server.memory()
    for (let id = 1; id <= 50; id++) {
      const article = { name: `article ${id}`, price: id * 100 }
      await answers(`${site}/${id}`, 200, { id, ...article }, { method: 'PUT', body: JSON.stringify(article), headers: { 'content-type': 'application/json' } })
      await answers(`${site}/${id}`, 200, { id, ...article })
    }
    const served = await server.memory()
    if (atStart === undefined || served === undefined)
      throw new UserError(`${binary} ended by itself`)
    return { [`${language}-memory-start`]: round1(atStart), [`${language}-memory-served`]: round1(served) }
  }
  finally {
    await server.end()
  }
}

async function answers(url: string, status: number, body: unknown, request?: RequestInit): Promise<void> {
  const response = await fetch(url, request)
  const text = await response.text()
  const expected = JSON.stringify(body)
  if (response.status !== status || text.trim() !== expected)
    throw new UserError(`${request?.method ?? 'GET'} ${url} should answer ${status} ${expected}, and answered ${response.status} ${text}`)
}

async function sizeOf(file: string): Promise<number> {
  return Math.round((await stat(file)).size / megabyte * 100) / 100
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}

async function linked(binary: string, scratch: string): Promise<LabWords> {
  const { code, output } = await runIn(scratch, 'ldd', [binary])
  return { command: 'ldd service', code, text: output.replaceAll(/ \(0x[0-9a-f]+\)/g, '').replaceAll(/^\t/gm, '').trim() }
}
