import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { awkwardCharacter, isTooOld, needsInstall, npmCommand, saidIfLate } from '../../scripts/setup.mjs'
import { root, run } from 'slidev-addon-lectern/node'

describe('isTooOld', () => {
  it.each([
    ['20.18.9', true],
    ['18.20.4', true],
    ['20.9.0', true],
    ['20.19.0', false],
    ['20.20.2', false],
    ['22.0.0', false],
  ])('Node %s: %s', (found, expected) => {
    expect(isTooOld(found, '>=20.19.0')).toBe(expected)
  })
})

describe('needsInstall', () => {
  const locked = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    },
  }
  const installed = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }
  const exists = () => true

  it('leaves a complete install alone, without what is for other systems', () => {
    expect(needsInstall(locked, installed, exists)).toBe(false)
  })

  it('installs on a fresh clone and after an install that broke off', () => {
    expect(needsInstall(locked, undefined, exists)).toBe(true)
  })

  it('installs what the lockfile has newly', () => {
    const more = { packages: { ...locked.packages, 'node_modules/new': { version: '1.0.0' } } }
    expect(needsInstall(more, installed, exists)).toBe(true)
  })

  it('installs when the lockfile has dropped a package', () => {
    const more = { packages: { ...installed.packages, 'node_modules/old': { version: '1.0.0' } } }
    expect(needsInstall(locked, more, exists)).toBe(true)
  })

  it.each([
    ['version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['content', { version: '1.0.0', integrity: 'sha512-other' }],
  ])('installs when a package has another %s', (_, other) => {
    expect(needsInstall(locked, { packages: { 'node_modules/a': other } }, exists)).toBe(true)
  })

  it('installs when a package was deleted by hand', () => {
    expect(needsInstall(locked, installed, path => path !== 'node_modules/a')).toBe(true)
  })
})

describe('awkwardCharacter', () => {
  it.each(['#', '?', '\'', '"', '[', ']', '{', '}', '|', '*', '$', ':', '%'])('finds %s', (character) => {
    expect(awkwardCharacter(`/home/me/a${character}b/deck/`)).toBe(character)
  })

  it.each(['/home/me/my talks (one & more), 2026+/', '/home/jürgen/講演/עברית/🦀!@~^;=<x>`/', 'C:\\talks\\deck\\'])('lets %s pass', (folder) => {
    expect(awkwardCharacter(folder)).toBeUndefined()
  })

  it('stops before anything is installed, with one line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'a#b-'))
    try {
      await cp(join(root, 'scripts/setup.mjs'), join(folder, 'scripts/setup.mjs'))
      await cp(join(root, 'package.json'), join(folder, 'package.json'))
      const { code, output } = await run(process.execPath, ['scripts/setup.mjs'], { cwd: folder })
      expect(code).toBe(1)
      expect(output.trim()).toMatch(/^setup: this deck cannot run in .*a#b-.* over # in a path: rename the folder\.$/)
    }
    finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('another package manager', () => {
  it('is told in one line to use npm: Yarn by what it runs in its place', async () => {
    const [, file] = /^yarnPath: (\S+)$/m.exec(await readFile(join(root, '.yarnrc.yml'), 'utf8')) ?? []
    expect(await run(process.execPath, [file!, 'install']))
      .toEqual({ code: 1, output: expect.stringMatching(/^This deck .* run npm start\.\n$/) })
  })

  it('is told so by pnpm itself, which reads what the deck is developed with', async () => {
    const { devEngines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { devEngines: unknown }
    expect(devEngines).toEqual({ packageManager: { name: 'npm', onFail: 'error' } })
  })
})

describe('a checkout', () => {
  it('keeps the ends of lines on every system, as bash and the readers of notes and regions need them', async () => {
    expect(await readFile(join(root, '.gitattributes'), 'utf8')).toMatch(/^\* text=auto eol=lf$/m)
  })
})

describe('npmCommand', () => {
  it('runs the npm that runs us, with this Node', () => {
    expect(npmCommand('/lib/npm/bin/npm-cli.js'))
      .toEqual({ command: process.execPath, args: ['/lib/npm/bin/npm-cli.js'], shell: false })
  })

  it.each([undefined, '/lib/yarn/bin/yarn.js'])('looks for npm itself under %s', (execPath) => {
    expect(npmCommand(execPath)).toMatchObject({ command: 'npm', args: [] })
  })
})

describe('saidIfLate', () => {
  it('tells once whoever waits too long for npm, and nobody else', async () => {
    const say = vi.fn()
    expect(await saidIfLate(Promise.resolve('installed'), say, 10)).toBe('installed')
    const late = vi.waitUntil(() => say.mock.calls.length > 0).then(() => 'late')
    expect(await saidIfLate(late, say, 10)).toBe('late')
    expect(say).toHaveBeenCalledOnce()
  })
})
