import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { manifestName } from '../../../files/manifest'
import { publish, stageFiles, type Publication } from '../../../files/staging'
import { copySite } from '../../../site/copy'

let place: string
let dist: string
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'copy-'))
  dist = join(place, 'dist')
  vi.stubEnv('TMPDIR', join(place, 'copies'))
  await mkdir(join(place, 'copies'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(place, { recursive: true })
})

const names = ['index.html', ...Array.from({ length: 300 }, (_, index) => `assets/${index}.js`)]

async function build(content: string): Promise<Publication> {
  const staging = await stageFiles(dist)
  for (const name of names)
    await staging.write(name, content)
  return { staging, replaces: () => true }
}

describe('copySite', () => {
  // Elsewhere the folder for temporary files has another variable.
  it.skipIf(process.platform === 'win32')('has one build whole, though another takes its place half-way', async () => {
    await publish([await build('old')])
    const next = await build('new')
    const copying = copySite(dist)
    const copied = (): number => readdirSync(join(place, 'copies'), { recursive: true }).filter(name => String(name).endsWith('.js')).length
    while (copied() < 3)
      await setImmediate()
    await publish([next])
    const copy = await copying
    const contents = await Promise.all(names.map(name => readFile(join(copy, name), 'utf8')))
    expect(new Set(contents)).toEqual(new Set(['new']))
  })

  it('refuses what no build has finished', async () => {
    await expect(copySite(dist)).rejects.toThrow('there is no built site')
    await publish([await build('whole')])
    const list = await readFile(join(dist, manifestName), 'utf8')
    await writeFile(join(dist, manifestName), list.replace('"whole": true', '"whole": false'))
    await expect(copySite(dist)).rejects.toThrow('is not whole; run `npm run build` again')
  })
})
