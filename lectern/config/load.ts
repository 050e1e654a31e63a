import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UserError } from '../cli/run.ts'
import type { LecternConfig } from './config.ts'
import { findConfigMistake } from './fields.ts'
import { importModule } from './importModule.ts'
import { placeOfField, sayPlace } from './places.ts'

/** Where a deck keeps its configuration. */
export const CONFIG_FILE = 'setup/lectern.ts'

/** What was read, by folder: the file may import all facts of a deck, which takes seconds, and several parts ask for it. */
const read = new Map<string, Promise<LecternConfig>>()

/** Files that configurations were made of. */
const parts = new Set<string>()

/** Whether what a deck tells the addon depends on a file. */
export function isPartOfConfig(file: string): boolean {
  return parts.has(resolve(file))
}

/** Has it read anew the next time, after an edit. */
export function forgetConfig(): void {
  read.clear()
}

/**
 * Reads a deck's configuration.
 * @returns nothing set, where the deck has no file for it
 * @throws UserError with file and field, and what was expected there
 */
export async function loadConfig(folder: string): Promise<LecternConfig> {
  const reading = read.get(folder) ?? readConfig(folder)
  read.set(folder, reading)
  // A mistake may be mended by then.
  reading.catch(() => read.delete(folder))
  return reading
}

async function readConfig(folder: string): Promise<LecternConfig> {
  const path = join(folder, CONFIG_FILE)
  if (!existsSync(path))
    return {}
  const { dependencies, module: { default: config } } = await importModule<{ default?: LecternConfig | null }>(path)
    .catch((error: unknown) => sayPlace(folder, CONFIG_FILE, error))
  for (const file of [path, ...dependencies])
    parts.add(resolve(file))
  if (!config || typeof config !== 'object' || Array.isArray(config))
    throw new UserError(`${CONFIG_FILE}: expected a default export, such as defineLectern({ name: 'my-talk' })`)
  const mistake = findConfigMistake(config, file => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() ?? false)
  if (mistake)
    throw new UserError(`${await placeOfField(folder, CONFIG_FILE, mistake.path)}, ${mistake.path.join('.')}: expected ${mistake.expected}, not ${shown(mistake.found)}`)
  return config
}

function shown(value: unknown): string {
  if (typeof value === 'function')
    return 'a function'
  return typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : String(value)
}
