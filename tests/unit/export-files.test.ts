import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkPlace, stageFiles } from '../../scripts/export/files'
import { imageNamePattern } from '../../scripts/export/names'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const shown = async (): Promise<string[]> => (await readdir(folder)).filter(name => !name.startsWith('.'))

describe('stageFiles', () => {
  it('shows nothing before all is whole, and then everything', async () => {
    const staging = await stageFiles(folder)
    await staging.write('a.txt', 'A')
    await staging.write('images/1.png', 'one')
    expect(await shown()).toEqual([])
    staging.publish()
    expect(await shown()).toEqual(['a.txt', 'images'])
    expect(await readFile(join(folder, 'images/1.png'), 'utf8')).toBe('one')
  })

  it('puts files in the place of those before, and a folder in the place of the whole folder', async () => {
    await writeFile(join(folder, 'a.txt'), 'old')
    await mkdir(join(folder, 'images'))
    await writeFile(join(folder, 'images/2.png'), 'old')
    const staging = await stageFiles(folder)
    await staging.write('a.txt', 'new')
    await staging.write('images/1.png', 'new')
    staging.publish()
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new')
    expect(await readdir(join(folder, 'images'))).toEqual(['1.png'])
  })

  it('names a folder that is none', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(stageFiles(join(folder, 'file'))).rejects.toThrow(`cannot write to “${join(folder, 'file')}” (EEXIST)`)
  })

  // Linux has a device that is always full.
  it.runIf(existsSync('/dev/full'))('says so where no space is left', async () => {
    const staging = await stageFiles(folder)
    await staging.write('first.pdf', '')
    const [hidden = ''] = await readdir(folder)
    await symlink('/dev/full', join(folder, hidden, 'fresh/full.pdf'))
    await expect(staging.write('full.pdf', 'x')).rejects.toThrow(`no space is left for “${folder}”`)
    expect(await shown()).toEqual([])
  })
})

describe('checkPlace', () => {
  it('lets a former export be replaced', async () => {
    await mkdir(join(folder, 'images'))
    await writeFile(join(folder, 'images/01-cover.png'), '')
    expect(() => checkPlace(join(folder, 'images'), imageNamePattern)).not.toThrow()
    expect(() => checkPlace(join(folder, 'none.pdf'))).not.toThrow()
  })

  it('protects what is no export', async () => {
    await mkdir(join(folder, 'images'))
    await writeFile(join(folder, 'images/holiday.png'), '')
    await mkdir(join(folder, 'deck.pdf'))
    expect(() => checkPlace(join(folder, 'images'), imageNamePattern)).toThrow('“holiday.png”')
    expect(() => checkPlace(join(folder, 'deck.pdf'))).toThrow('is in the way: it is a folder')
  })
})
