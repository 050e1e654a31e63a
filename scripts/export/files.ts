import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../run'

/** Files on their way into a folder, which sees none of them until all are whole. */
export interface Staging {
  /** @param name of a file, perhaps in a folder of its own */
  write: (name: string, content: Uint8Array | string) => Promise<void>
  /** Puts everything written in its place. A folder replaces the one before. */
  publish: () => void
}

/**
 * Makes sure, before the long work, that files can be written to a folder. What has not been published vanishes with
 * this process, and so does the folder where it did not exist before.
 * @throws UserError that names the folder, here and later, where the disk does not take a file
 */
export async function stageFiles(folder: string): Promise<Staging> {
  // Beside the results: only within one disk is a rename a single step.
  const staged = await makeFleetingFolder(folder).catch((error: unknown) => refuse(folder, error))
  const fresh = join(staged, 'fresh')
  const former = join(staged, 'former')
  return {
    write: async (name, content) => {
      const file = join(fresh, name)
      await mkdir(dirname(file), { recursive: true })
        .then(() => writeFile(file, content))
        .catch((error: unknown) => refuse(folder, error))
    },
    // In one go, so that Ctrl-C comes before all of it or after.
    publish: () => {
      try {
        mkdirSync(former)
        for (const name of readdirSync(fresh)) {
          const target = join(folder, name)
          if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
            renameSync(target, join(former, name))
          renameSync(join(fresh, name), target)
        }
      }
      catch (error) {
        refuse(folder, error)
      }
    },
  }
}

function refuse(folder: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException
  throw code === undefined
    ? error
    : new UserError(code === 'ENOSPC' ? `no space is left for “${folder}”` : `cannot write to “${folder}” (${code})`)
}

async function makeFleetingFolder(parent: string): Promise<string> {
  const path = resolve(parent)
  const firstMade = await mkdir(path, { recursive: true })
  const folder = await mkdtemp(join(path, '.export-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
    for (let made = path; firstMade && made.startsWith(firstMade) && readdirSync(made).length === 0; made = dirname(made))
      rmdirSync(made)
  })
  return folder
}

/**
 * Makes sure that nothing but a former export will be replaced.
 * @param path of what is to be written
 * @param contents what a folder may hold; absent for a file
 * @throws UserError where something else has its place
 */
export function checkPlace(path: string, contents?: RegExp): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found)
    return
  if (found.isDirectory() !== Boolean(contents))
    throw new UserError(`“${path}” is in the way: it is ${found.isDirectory() ? 'a' : 'no'} folder`)
  const foreign = contents && readdirSync(path).find(name => !contents.test(name))
  if (foreign)
    throw new UserError(`“${path}” would be replaced, but holds “${foreign}”; choose another --output`)
}
