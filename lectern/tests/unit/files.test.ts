import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manifestName, readManifest } from '../../files/manifest'
import { lock, removeAbandoned } from '../../files/owner'
import { assertReplaceable, publish, stageFiles } from '../../files/staging'
import { run } from '../../cli/run'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Milliseconds for tests that start programs, which take seconds each on a busy machine. */
const LONGEST = 60_000

const shown = async (at = folder): Promise<string[]> => (await readdir(at)).filter(name => !name.startsWith('.')).sort()
const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
const putThere = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

/** Writes files as a run does. */
async function write(files: Record<string, string>, replaces?: (name: string) => boolean): Promise<void> {
  const staging = await stageFiles(folder)
  for (const [name, text] of Object.entries(files))
    await staging.write(name, text)
  await publish([{ staging, replaces }])
}

describe('publish', () => {
  it('shows nothing before all is whole, and then everything', async () => {
    const staging = await stageFiles(folder)
    await staging.write('a.txt', 'A')
    await staging.write('images/1.png', 'one')
    expect(await shown()).toEqual([])
    await publish([{ staging }])
    expect(await shown()).toEqual(['a.txt', 'images'])
    expect(await read('images/1.png')).toBe('one')
  })

  it('replaces what an earlier run wrote, and removes what it is told to replace', async () => {
    await write({ 'a.txt': 'old', 'b.txt': 'old', 'images/1.png': 'old', 'images/2.png': 'old', 'drafts/3.png': 'old' })
    await write({ 'a.txt': 'new', 'images/1.png': 'new' }, name => /^(images|drafts)\//.test(name))
    expect([await read('a.txt'), await read('b.txt'), await read('images/1.png')]).toEqual(['new', 'old', 'new'])
    expect(await readdir(join(folder, 'images'))).toEqual(['1.png'])
    expect(await shown()).toEqual(['a.txt', 'b.txt', 'images'])
  })

  it('leaves what is not ours where it is, whatever its name, at any depth', async () => {
    await mkdir(join(folder, 'images/mine'), { recursive: true })
    for (const name of ['images/2023-holiday.png', 'images/10.png', 'images/mine/1.png', 'CNAME', '.staged-by-me'])
      await putThere(name, 'mine')
    await write({ 'images/1.png': 'old', 'images/2.png': 'old' })
    await write({ 'images/1.png': 'new' }, () => true)
    expect(await shown(join(folder, 'images'))).toEqual(['1.png', '10.png', '2023-holiday.png', 'mine'])
    for (const name of ['images/2023-holiday.png', 'images/10.png', 'images/mine/1.png', 'CNAME', '.staged-by-me'])
      expect(await read(name)).toBe('mine')
  })

  it('leaves what was ours and has been changed since, even where it would be removed', async () => {
    await write({ 'images/1.png': 'old', 'images/2.png': 'old' })
    await putThere('images/2.png', 'drawn on')
    await write({ 'images/1.png': 'new' }, () => true)
    expect(await read('images/2.png')).toBe('drawn on')
  })

  it('writes nothing where one file has the place of another’s', async () => {
    await putThere('b.txt', 'mine')
    await expect(write({ 'a.txt': 'A', 'b.txt': 'B' })).rejects.toThrow(`“${join(folder, 'b.txt')}” is in the way: no run is known to have written it`)
    expect(await shown()).toEqual(['b.txt'])
    expect(await read('b.txt')).toBe('mine')
  })

  it('does all or nothing in several folders together', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    const before = await stageFiles(one)
    await before.write('a.txt', 'old')
    await before.write('stale.txt', 'old')
    await publish([{ staging: before }])

    const [first, second] = [await stageFiles(one), await stageFiles(two)]
    await first.write('a.txt', 'new')
    await first.write('deep/b.txt', 'new')
    await second.write('c.txt', 'new')
    await second.write('d.txt', 'new')
    // What no check beforehand can see: a place that refuses its file half-way.
    await mkdir(join(two, manifestName))
    await mkdir(join(two, manifestName, 'x'))
    await expect(publish([{ staging: first, replaces: () => true }, { staging: second }])).rejects.toThrow(/cannot write to “.*two” \(E[A-Z]+: /)
    expect(await shown(one)).toEqual(['a.txt', 'stale.txt'])
    expect(await read('one/a.txt')).toBe('old')
    expect(readManifest(one)).toMatchObject({ isWhole: true, files: new Map([['a.txt', [expect.any(String)]], ['stale.txt', [expect.any(String)]]]) })
    expect(await shown(two)).toEqual([])
  })

  it('lets one run put its files in place after the other', async () => {
    const free = await lock(folder, () => {})
    let isDone = false
    const staging = await stageFiles(folder)
    await staging.write('a.txt', 'A')
    const publishing = publish([{ staging }]).then(() => isDone = true)
    await new Promise(resolve => setTimeout(resolve, 250))
    expect(isDone).toBe(false)
    free()
    await publishing
    expect(await read('a.txt')).toBe('A')
  })

  it('keeps runs of several processes apart', { timeout: LONGEST }, async () => {
    const script = (no: number): string => `
      const { publish, stageFiles } = await import('./lectern/files/staging.ts')
      for (let count = 0; count < 10; count += 1) {
        const staging = await stageFiles(${JSON.stringify(folder)})
        for (let file = 0; file < 20; file += 1)
          await staging.write(file + '.txt', '${no}.' + count)
        await publish([{ staging, replaces: () => true }])
      }`
    const codes = await Promise.all([1, 2, 3].map(async (no) => {
      const { code, output } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script(no)])
      return `${code} ${output}`
    }))
    expect(codes).toEqual(['0 ', '0 ', '0 '])
    const contents = await Promise.all((await shown()).map(read))
    expect(contents).toHaveLength(20)
    expect(new Set(contents).size).toBe(1)
    expect(() => assertReplaceable(folder, Array.from({ length: 20 }, (_, file) => `${file}.txt`))).not.toThrow()
  })

  it('knows a folder that a killed run left half-way, and its files as ours', { timeout: LONGEST }, async () => {
    await write({ 'a.txt': 'old', 'b.txt': 'old' })
    const script = `
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const rename = fs.renameSync
      fs.renameSync = (from, to) => { rename(from, to); if (to.endsWith('a.txt')) process.kill(process.pid, 'SIGKILL') }
      syncBuiltinESMExports()
      const { publish, stageFiles } = await import('./lectern/files/staging.ts')
      const staging = await stageFiles(${JSON.stringify(folder)})
      await staging.write('a.txt', 'new'); await staging.write('b.txt', 'new')
      await publish([{ staging }])`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    expect([await read('a.txt'), await read('b.txt')]).toEqual(['new', 'old'])
    expect(readManifest(folder)?.isWhole).toBe(false)

    await write({ 'a.txt': 'newer', 'b.txt': 'newer' })
    expect([await read('a.txt'), await read('b.txt')]).toEqual(['newer', 'newer'])
    expect(readManifest(folder)?.isWhole).toBe(true)
    expect((await readdir(folder)).filter(name => name === '.publishing')).toEqual([])
  })
})

describe('stageFiles', () => {
  it('names a folder that is none', async () => {
    await putThere('file', '')
    await expect(stageFiles(join(folder, 'file'))).rejects.toThrow(`cannot write to “${join(folder, 'file')}” (EEXIST: `)
  })

  // Linux has a device that is always full.
  it.runIf(existsSync('/dev/full'))('says so where no space is left', async () => {
    const staging = await stageFiles(folder)
    await staging.write('first.pdf', '')
    await symlink('/dev/full', join(staging.fresh, 'full.pdf'))
    await expect(staging.write('full.pdf', 'x')).rejects.toThrow(`no space is left for “${folder}”`)
    expect(await shown()).toEqual([])
  })

  it('clears what killed runs left, and nothing else', async () => {
    const dead = spawn(process.execPath, ['-e', ''])
    await once(dead, 'exit')
    const owned = async (name: string, owner: unknown): Promise<void> => {
      await mkdir(join(folder, name))
      await putThere(join(name, 'owner.json'), JSON.stringify(owner))
    }
    await owned('.staged-dead', { host: hostname(), pid: dead.pid })
    await owned('.staged-alive', { host: hostname(), pid: process.ppid })
    await owned('.staged-elsewhere', { host: 'another machine', pid: dead.pid })
    await owned('staged-dead', { host: hostname(), pid: dead.pid })
    await mkdir(join(folder, '.staged-mine'))
    removeAbandoned(folder)
    expect((await readdir(folder)).sort()).toEqual(['.staged-alive', '.staged-elsewhere', '.staged-mine', 'staged-dead'])
  })
})

describe('assertReplaceable', () => {
  it('lets files of an earlier run be replaced, and takes what is free', async () => {
    await write({ 'a.pdf': 'A' })
    expect(() => assertReplaceable(folder, ['a.pdf', 'b.pdf', 'images/1.png'])).not.toThrow()
  })

  it('names what is in the way', async () => {
    await mkdir(join(folder, 'deck.pdf'))
    await putThere('images', '')
    await putThere('mine.pdf', '')
    await write({ 'notes.md': 'written' })
    await putThere('notes.md', 'written, and corrected by hand')
    await chmod(join(folder, 'mine.pdf'), 0o444)
    expect(() => assertReplaceable(folder, ['deck.pdf'])).toThrow('deck.pdf” is in the way: it is a folder')
    expect(() => assertReplaceable(folder, ['images/1.png'])).toThrow('images” is in the way: it is no folder')
    expect(() => assertReplaceable(folder, ['mine.pdf'])).toThrow('mine.pdf” is in the way: no run is known to have written it')
    expect(() => assertReplaceable(folder, ['notes.md'])).toThrow('notes.md” was changed since it was written')
  })

  it('takes a file for ours by its content, not by a link that stands in its place', async () => {
    await write({ 'a.pdf': 'A' })
    await rm(join(folder, 'a.pdf'))
    await putThere('mine.pdf', 'A')
    await symlink(join(folder, 'mine.pdf'), join(folder, 'a.pdf'))
    expect(() => assertReplaceable(folder, ['a.pdf'])).toThrow('a.pdf” is in the way')
  })

  it('says so where the list of what is ours is damaged', async () => {
    await putThere(manifestName, '{')
    expect(() => assertReplaceable(folder, ['a.pdf'])).toThrow(`“${join(folder, manifestName)}” should list the files that a run wrote`)
  })
})
