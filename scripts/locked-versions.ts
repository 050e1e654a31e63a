import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LockedVersions } from '../data/types'

interface Lockfile {
  packages?: Record<string, { version?: string, dependencies?: Record<string, string> } | undefined>
}

/**
 * Versions of the tools that build the deck, as they are locked.
 * Oxc is compiled into Rolldown, which names the version in its dependency on Oxc’s types; the package `oxc-parser` that is
 * installed as well belongs to UnoCSS and is another.
 * @throws if the lockfile does not name one
 */
export function lockedVersions(file = fileURLToPath(new URL('../package-lock.json', import.meta.url))): LockedVersions {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as Lockfile
  const versionOf = (name: string, version: string | undefined): string => {
    if (!version)
      throw new Error(`${file} · ${name}: expected a locked version, found nothing`)
    return version
  }
  const locked = (name: string): string => versionOf(name, packages?.[`node_modules/${name}`]?.version)
  return {
    esbuild: locked('esbuild'),
    rolldown: locked('rolldown'),
    oxc: versionOf('@oxc-project/types of rolldown', packages?.['node_modules/rolldown']?.dependencies?.['@oxc-project/types']?.replace(/^=/, '')),
    lightningcss: locked('lightningcss'),
  }
}
