import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tools } from '../../data/deck'
import { lockedVersions } from '../../scripts/locked-versions'
import { root } from 'slidev-addon-lectern/node'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'locked-'))))
afterEach(() => rmSync(folder, { recursive: true }))

/** A lockfile with these packages alone. */
function lockfile(packages: object): string {
  const file = join(folder, 'package-lock.json')
  writeFileSync(file, JSON.stringify({ packages }))
  return file
}

describe('lockedVersions', () => {
  it('are those of the packages that are installed', () => {
    const versions = lockedVersions()
    for (const name of ['esbuild', 'rolldown', 'lightningcss'] as const) {
      const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }
      expect(versions[name], name).toBe(version)
    }
    expect(tools.map(({ locked }) => versions[locked])).toEqual(tools.map(() => expect.stringMatching(/^\d+\.\d+\.\d+$/)))
  })

  it('name Oxc as Rolldown has it inside, whatever else is installed', () => {
    const packages = {
      'node_modules/esbuild': { version: '0.1.0' },
      'node_modules/lightningcss': { version: '1.1.0' },
      'node_modules/oxc-parser': { version: '0.9.0' },
      'node_modules/rolldown': { version: '1.2.0', dependencies: { '@oxc-project/types': '=0.8.0' } },
    }
    expect(lockedVersions(lockfile(packages)).oxc).toBe('0.8.0')
  })

  it('say which one is missing', () => {
    const file = lockfile({ 'node_modules/esbuild': { version: '0.1.0' } })
    expect(() => lockedVersions(file)).toThrow(`${file} · rolldown: expected a locked version, found nothing`)
  })
})
