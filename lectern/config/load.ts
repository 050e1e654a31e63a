import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UserError } from '../cli/run.ts'
import { reservedAddresses } from './addresses.ts'
import { importModule } from './importModule.ts'
import { SLOTS, type LecternConfig, type PageConfig } from './config.ts'
import { sayPlace } from './places.ts'

/** Where a deck keeps its configuration. */
export const CONFIG_FILE = 'setup/lectern.ts'

const FIELDS = ['name', 'shortName', 'themeColor', 'chapters', 'asides', 'stepQuery', 'selfContained', 'pdfua', 'read', 'pages', 'components', 'search', 'pdfRules'] as const satisfies (keyof LecternConfig)[]

const ASIDES = ['room', 'sources'] as const satisfies (keyof NonNullable<LecternConfig['asides']>)[]

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
  return checkConfig(config, file => existsSync(join(folder, file)))
}

/**
 * Makes sure of what types cannot say.
 * @param exists whether the deck has a file, by its path
 * @throws UserError with file and field
 */
function checkConfig(config: LecternConfig, exists: (path: string) => boolean): LecternConfig {
  const fail = (field: string, expected: string, found: unknown): never => {
    throw new UserError(`${CONFIG_FILE}, ${field}: expected ${expected}, not ${JSON.stringify(found)}`)
  }
  const unknown = Object.keys(config).find(field => !FIELDS.some(known => known === field))
  if (unknown !== undefined)
    fail(unknown, `one of ${FIELDS.join(', ')}`, unknown)
  const { asides = {}, components = {}, name, pages = {}, themeColor } = config
  if (name !== undefined && !/^[a-z\d]+(?:-[a-z\d]+)*$/i.test(name))
    fail('name', 'letters, digits and hyphens, such as my-talk', name)
  if (themeColor !== undefined && !/^#[\da-f]{6}$/i.test(themeColor))
    fail('themeColor', 'a colour such as #ffffff', themeColor)
  for (const [place, labels] of Object.entries<unknown>(asides)) {
    if (!ASIDES.some(known => known === place))
      fail(`asides.${place}`, `one of ${ASIDES.join(', ')}`, place)
    // A text would be searched for parts of itself: notes would lose other asides, or keep these.
    if (labels !== undefined && !(Array.isArray(labels) && labels.every(label => typeof label === 'string')))
      fail(`asides.${place}`, 'a list of labels, such as [\'Point at\']', labels)
  }
  for (const [slot, path] of Object.entries(components)) {
    if (!SLOTS.some(known => known === slot))
      fail(`components.${slot}`, `one of ${SLOTS.join(', ')}`, slot)
    if (!exists(path))
      fail(`components.${slot}`, 'the path of a component from the deck’s folder', path)
  }
  const reserved = reservedAddresses()
  for (const [page, record] of Object.entries<Partial<PageConfig> | null>(pages)) {
    const { component, description, script, title } = record ?? {}
    if (!/^[a-z][a-z\d-]*$/.test(page) || reserved.includes(page))
      fail(`pages.${page}`, `a name for its address that is not taken (${reserved.join(', ')} are)`, page)
    if (!title || !description)
      fail(`pages.${page}`, 'a title and a description', { title, description })
    for (const [field, path] of Object.entries({ component, script })) {
      if (path === undefined ? field === 'component' : !exists(path))
        fail(`pages.${page}.${field}`, 'the path of a file from the deck’s folder', path)
    }
  }
  return config
}
