import { describe, expect, it } from 'vitest'
import { isTooOld, needsInstall, npmCommand } from '../../scripts/setup.mjs'

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

describe('npmCommand', () => {
  it('runs the npm that runs us, with this Node', () => {
    expect(npmCommand('/lib/npm/bin/npm-cli.js'))
      .toEqual({ command: process.execPath, args: ['/lib/npm/bin/npm-cli.js'], shell: false })
  })

  it.each([undefined, '/lib/yarn/bin/yarn.js'])('looks for npm itself under %s', (execPath) => {
    expect(npmCommand(execPath)).toMatchObject({ command: 'npm', args: [] })
  })
})
