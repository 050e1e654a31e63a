import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cutFonts, signsIn } from '../../../site/fonts'

const font = createRequire(import.meta.url).resolve('@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2')

let dist: string

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'fonts-'))
  await mkdir(join(dist, 'assets'))
  await writeFile(join(dist, 'assets/mono-latin-AbCd_123.woff2'), await readFile(font))
  await writeFile(join(dist, 'mono-semibold.woff2'), await readFile(font))
  await writeFile(join(dist, 'assets/index.css'), '@font-face{src:url(/assets/mono-latin-AbCd_123.woff2)}')
  await writeFile(join(dist, 'index.html'), '<link rel="preload" href="/assets/mono-latin-AbCd_123.woff2"><p>Größe</p>')
})

afterEach(() => rm(dist, { recursive: true }))

it('finds signs as they stand and as scripts and style sheets escape them', () => {
  const signs = signsIn(['a → b', String.raw`"\u2026and\u{1F600}"`, String.raw`content: "\2019"`])
  for (const sign of ['→', '…', '😀', '’', '~', ' '])
    expect(signs).toContain(sign)
  expect(signs).not.toContain('ß')
})

it('cuts a font down, names it anew, and everything that names it follows', async () => {
  await cutFonts(dist)
  const [name, ...others] = (await readdir(join(dist, 'assets'))).filter(file => file.endsWith('.woff2'))
  expect(others).toEqual([])
  expect(name).toMatch(/^mono-latin-[\w-]{8}\.woff2$/)
  expect(name).not.toBe('mono-latin-AbCd_123.woff2')
  expect((await readFile(join(dist, 'assets', name!))).length).toBeLessThan((await readFile(font)).length)
  for (const file of ['index.html', 'assets/index.css'])
    expect(await readFile(join(dist, file), 'utf8')).toContain(`/assets/${name}`)
})

it('leaves a font of the public folder as it is', async () => {
  await cutFonts(dist)
  expect(await readFile(join(dist, 'mono-semibold.woff2'))).toEqual(await readFile(font))
})

it('leaves a font that cannot be read as it is', async () => {
  await writeFile(join(dist, 'assets/odd-AbCd_123.woff2'), 'no font')
  await cutFonts(dist)
  expect(await readFile(join(dist, 'assets/odd-AbCd_123.woff2'), 'utf8')).toBe('no font')
})

it('gives a font another name when the deck has another sign', async () => {
  await cutFonts(dist)
  const [before] = (await readdir(join(dist, 'assets'))).filter(file => file.endsWith('.woff2'))
  await writeFile(join(dist, 'assets', 'mono-latin-AbCd_123.woff2'), await readFile(font))
  await rm(join(dist, 'assets', before!))
  await writeFile(join(dist, 'more.html'), 'Æ')
  await cutFonts(dist)
  const [after] = (await readdir(join(dist, 'assets'))).filter(file => file.endsWith('.woff2'))
  expect(after).not.toBe(before)
})
