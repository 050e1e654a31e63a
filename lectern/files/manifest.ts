import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../cli/run'

/** Name of the file that tells, in each folder that we write to, which of its files are ours. */
export const manifestName = '.lectern.json'

/** What we wrote to a folder. */
export interface Manifest {
  /** False while files are being put in their places: some may be new and others old. */
  isWhole: boolean
  /** SHA-256 of each file by its name in the folder, with slashes; of the old and the new one while they are replaced. */
  files: Map<string, string[]>
}

const ABOUT = 'The files here that `lectern build` or `lectern export` wrote. A later run replaces and removes these, and no others.'

/**
 * Reads what we wrote to a folder.
 * @returns undefined where we wrote nothing
 * @throws UserError where the list is damaged
 */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, manifestName)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  }
  catch {
    return undefined
  }
  try {
    const { files, whole } = JSON.parse(text) as { files: Record<string, string[]>, whole: boolean }
    return { isWhole: whole, files: new Map(Object.entries(files)) }
  }
  catch {
    throw new UserError(`“${path}” should list the files that a run wrote, but cannot be read; delete it, or choose another folder`)
  }
}

/** Writes the list to a file, from where it can be moved to its place. */
export function writeManifest(path: string, { files, isWhole }: Manifest): void {
  const sorted = Object.fromEntries([...files].sort(([a], [b]) => a < b ? -1 : 1))
  writeFileSync(path, `${JSON.stringify({ about: ABOUT, whole: isWhole, files: sorted }, null, 1)}\n`)
}

/** SHA-256 of a file's content. */
export function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/**
 * What stands at a place, as far as we are concerned: nothing, a file as we wrote it, one of ours that somebody changed,
 * or what is not ours.
 */
export function ownership(folder: string, name: string, manifest: Manifest | undefined): 'none' | 'ours' | 'changed' | 'foreign' {
  const path = join(folder, name)
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats)
    return 'none'
  const written = manifest?.files.get(name)
  if (!written || !stats.isFile())
    return 'foreign'
  return written.includes(hashOf(path)) ? 'ours' : 'changed'
}
