import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { progress, UserError } from '../cli/run'
import { hashOf, manifestName, ownership, readManifest, writeManifest, type Manifest } from './manifest'
import { claim, lock, onExit, removeAbandoned, stagedPrefix } from './owner'
import { removeEmpty, removeEmptyParents, replaceFile, rollBack, setAside } from './undo'

/** Files on their way into a folder, which sees none of them until all are whole. */
export interface Staging {
  /** Where the files will be, as the user named it. */
  folder: string
  /** Where they are until then; a tool may write here by itself. Inside the folder, so that a rename moves them. */
  fresh: string
  /** @param name of a file, perhaps in a folder of its own */
  write: (name: string, content: Uint8Array | string) => Promise<void>
}

/** What to do with staged files. */
export interface Publication {
  staging: Staging
  /** Which of the files that earlier runs wrote are removed unless they are written again; by default, none. */
  replaces?: (name: string) => boolean
}

/**
 * Makes sure, before the long work, that files can be written to a folder, and clears what runs left there that were
 * killed. What has not been published vanishes with this process, and so does the folder where it did not exist before.
 * @throws UserError that names the folder, here and later, where the disk does not take a file
 */
export async function stageFiles(folder: string): Promise<Staging> {
  const staged = await makeFleetingFolder(folder).catch((error: unknown) => refuse(folder, error))
  const fresh = join(staged, 'fresh')
  return {
    folder,
    fresh,
    write: async (name, content) => {
      const file = join(fresh, name)
      await mkdir(dirname(file), { recursive: true })
        .then(() => writeFile(file, content))
        .catch((error: unknown) => refuse(folder, error))
    },
  }
}

/** Names of the files that are on their way, with slashes. */
export function stagedNames({ fresh }: Pick<Staging, 'fresh'>): string[] {
  return existsSync(fresh)
    ? readdirSync(fresh, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(({ name, parentPath }) => relative(fresh, join(parentPath, name)).replaceAll('\\', '/'))
    : []
}

/**
 * Makes sure that writing these files destroys nothing but what an earlier run wrote there.
 * @throws UserError that names what has the place of one of them
 */
export function assertReplaceable(folder: string, names: readonly string[]): void {
  const manifest = readManifest(folder)
  for (const name of names) {
    const path = join(folder, name)
    for (let parent = dirname(name); parent !== '.'; parent = dirname(parent)) {
      if (existsSync(join(folder, parent)) && !isFolder(join(folder, parent)))
        throw new UserError(`“${join(folder, parent)}” is in the way: it is no folder`)
    }
    const found = ownership(folder, name, manifest)
    if (found === 'foreign' && isFolder(path))
      throw new UserError(`“${path}” is in the way: it is a folder`)
    if (found === 'foreign')
      throw new UserError(`“${path}” is in the way: no run is known to have written it; move or delete it first`)
    if (found === 'changed')
      throw new UserError(`“${path}” was changed since it was written; move or delete it first`)
  }
}

/**
 * Puts staged files in their places: all of them in all folders, or none where one cannot be. A file that an earlier run
 * wrote there is replaced by an atomic rename, so that a reader gets the old or the new one.
 * @throws UserError where something has the place of a file, or the disk does not take it; all is as before then
 */
export async function publish(publications: readonly Publication[]): Promise<void> {
  const free: (() => void)[] = []
  const say = (line: string): void => {
    progress()
    console.log(line)
  }
  try {
    for (const folder of new Set(publications.map(({ staging }) => realpathSync(staging.folder))))
      free.push(await lock(folder, say).catch((error: unknown) => refuse(folder, error)))
    publishAtOnce(publications)
  }
  finally {
    free.forEach(release => release())
  }
}

/** Synchronous, so that Ctrl-C comes before all of it or after. */
function publishAtOnce(publications: readonly Publication[]): void {
  for (const { staging } of publications)
    assertReplaceable(staging.folder, stagedNames(staging))
  const undo: (() => void)[] = []
  const stale: [folder: string, names: string[]][] = []
  for (const publication of publications) {
    const { folder } = publication.staging
    try {
      stale.push([folder, moveIntoPlace(publication, undo)])
    }
    catch (error) {
      rollBack(undo)
      refuse(folder, error)
    }
  }
  // Not before all is done: a rollback needs the folders of what it puts back.
  for (const [folder, names] of stale)
    removeEmptyParents(folder, names)
}

/** @returns names of the files that earlier runs wrote and that are gone now */
function moveIntoPlace({ replaces = () => false, staging }: Publication, undo: (() => void)[]): string[] {
  const { folder, fresh } = staging
  const before: Manifest = readManifest(folder) ?? { isWhole: true, files: new Map() }
  const written = new Map(stagedNames(staging).map(name => [name, hashOf(join(fresh, name))] as const))
  const gone = [...before.files.keys()].filter(name => replaces(name) && !written.has(name))
  const stale = gone.filter(name => ownership(folder, name, before) === 'ours')

  // Whatever leaves its place stays until all is done.
  const former = join(dirname(fresh), 'former')
  mkdirSync(former, { recursive: true })
  const formerPath = (): string => join(former, String(undo.length))
  const place = (source: string, name: string): void => replaceFile(source, join(folder, name), formerPath(), undo)
  const list = (name: string, manifest: Manifest): void => {
    const file = join(dirname(fresh), name)
    writeManifest(file, manifest)
    place(file, manifestName)
  }
  // Whoever kills this run in between leaves a folder that is known not to be whole, and whose files are known as ours.
  const both = new Map(before.files)
  for (const [name, hash] of written)
    both.set(name, [...before.files.get(name) ?? [], hash])
  list('between.json', { isWhole: false, files: both })
  for (const name of written.keys())
    place(join(fresh, name), name)
  for (const name of stale)
    setAside(join(folder, name), formerPath(), undo)
  const after = new Map([...before.files].filter(([name]) => !gone.includes(name)))
  for (const [name, hash] of written)
    after.set(name, [hash])
  list('after.json', { isWhole: true, files: after })
  return stale
}

function refuse(folder: string, error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined)
    throw error
  throw new UserError(code === 'ENOSPC'
    ? `no space is left for “${folder}”`
    : `cannot write to “${folder}” (${message.split(',')[0]})`)
}

async function makeFleetingFolder(parent: string): Promise<string> {
  const path = resolve(parent)
  const last = lastThatExists(path)
  let staged = ''
  onExit(() => {
    if (staged)
      rmSync(staged, { recursive: true, force: true })
    removeEmpty(path, last)
  })
  await makeFolders(path)
  removeAbandoned(path)
  staged = await mkdtemp(join(path, stagedPrefix))
  claim(staged)
  return staged
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function lastThatExists(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : lastThatExists(dirname(path))
}

/** Makes a folder and its parents. Node's own way tells ENOENT where a parent is read-only. */
async function makeFolders(path: string): Promise<void> {
  if (isFolder(path))
    return
  if (path !== dirname(path))
    await makeFolders(dirname(path))
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another run may have made it meanwhile.
    if (error.code !== 'EEXIST' || !isFolder(path))
      throw error
  })
}
