import fs from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { publish, stageFiles, type Publication } from '../../files/staging'

const { mkdirSync, renameSync } = fs

/** Which of the steps to come the disk refuses, by their numbers from 1 on. */
let refused: number[] = []
let count = 0

/** A file operation that the disk may refuse. */
const step = <A extends unknown[], R>(name: string, act: (...args: A) => R) => (...args: A): R => {
  count += 1
  if (refused.includes(count))
    throw Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO' })
  return act(...args)
}

beforeAll(() => {
  Object.assign(fs, { mkdirSync: step('mkdir', mkdirSync), renameSync: step('rename', renameSync) })
  syncBuiltinESMExports()
})
afterAll(() => {
  Object.assign(fs, { mkdirSync, renameSync })
  syncBuiltinESMExports()
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollback-'))
})
afterEach(async () => {
  refused = []
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** Files for the exports and for the site, as an export stages them. */
async function staged(text: string, exported: string[], site: string[]): Promise<Publication[]> {
  return Promise.all(Object.entries({ exports: exported, dist: site }).map(async ([place, names]) => {
    const staging = await stageFiles(join(folder, place))
    for (const name of names)
      await staging.write(name, text)
    return { staging, replaces: () => true }
  }))
}

/** Every file, list and folder of both places, with its content, but for those on their way. */
async function all(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const seen = entries.filter(({ name, parentPath }) => !join(parentPath, name).includes('/.staged-')).map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length), entry.isFile() ? await readFile(path, 'utf8') : 'folder'] as const
  })
  return Object.fromEntries((await Promise.all(seen)).sort(([a], [b]) => a < b ? -1 : 1))
}

/** Publishes new files in place of old ones, while the disk refuses some steps. */
async function replace(...steps: number[]): Promise<void> {
  const publications = await staged('new', ['deck.pdf', 'images/1.png', 'images/new/2.png'], ['index.html', 'read/index.html', 'downloads/deck.pdf'])
  refused = steps
  count = 0
  await publish(publications).finally(() => refused = [])
}

/** What earlier runs left. */
async function writeOld(): Promise<void> {
  await rm(folder, { recursive: true })
  await publish(await staged('old', ['deck.pdf', 'images/1.png', 'drafts/old.png'], ['index.html', 'read/index.html', 'gone/index.html']))
}

beforeEach(writeOld)

it('leaves exports and site as they were, whichever step fails, and else changes both', async () => {
  const before = await all()
  await replace()
  const after = await all()
  const steps = count
  expect(steps).toBeGreaterThan(10)
  expect(Object.values(after).filter(text => text === 'new')).toHaveLength(6)
  expect(Object.keys(after).filter(name => /drafts|gone/.test(name))).toEqual([])

  await writeOld()
  for (let step = 1; step <= steps; step += 1) {
    await expect(replace(step), `step ${step}`).rejects.toThrow(/^cannot write to “.*(exports|dist)” \(EIO: i\/o error\)$/)
    expect(await all(), `step ${step}`).toEqual(before)
  }
})

it('puts back what it can where one file cannot be put back, and says which', async () => {
  const before = await all()
  await replace()
  const last = count
  await writeOld()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  // The last step of all, and the first of those that take it back: the site’s file that was to be removed.
  await expect(replace(last, last + 1)).rejects.toThrow('cannot write to “')
  expect(said).toHaveBeenCalledExactlyOnceWith('Not put back as it was: EIO: i/o error, rename')
  const { '/dist/gone/index.html': lost, ...others } = before
  expect(lost).toBe('old')
  expect(await all()).toEqual(others)
})
