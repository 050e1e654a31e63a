import { constants } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readManifest } from '../files/manifest'
import { isLocked } from '../files/owner'
import { stageFiles } from '../files/staging'
import { UserError } from '../cli/run'
import { assertWholeSite } from './serve'

/** Times that a copy is tried, 100 ms apart: a build puts its files in place in less than one of these. */
const TRIES = 20

/**
 * Copies a built site, so that no build that replaces it meanwhile disturbs who works from it.
 * @returns folder of the copy, which vanishes with this process
 * @throws UserError where the site is not whole, or never stays the same while it is copied
 */
export async function copySite(dist: string): Promise<string> {
  const { fresh } = await stageFiles(tmpdir())
  for (let count = 0; count < TRIES; count += 1) {
    const before = readManifest(dist)
    const copied = before?.isWhole && await copyFiles([...before.files.keys()], dist, fresh)
    if (copied && JSON.stringify([...before.files]) === JSON.stringify([...readManifest(dist)?.files ?? []]))
      return fresh
    await wait(100)
    if (!isLocked(dist))
      assertWholeSite(dist)
  }
  assertWholeSite(dist)
  throw new UserError('other runs keep replacing the site; wait for their end')
}

async function copyFiles(names: readonly string[], from: string, to: string): Promise<boolean> {
  try {
    for (const name of names) {
      await mkdir(dirname(join(to, name)), { recursive: true })
      await copyFile(join(from, name), join(to, name), constants.COPYFILE_FICLONE)
    }
    return true
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return false
    throw error
  }
}
