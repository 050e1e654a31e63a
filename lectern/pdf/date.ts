import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { reasonIn, root, run, UserError } from '../cli/run'

/** Seconds since 1970 of the years 1980 and 2107, between which a ZIP file, such as PowerPoint's, keeps its dates. */
const EARLIEST = Date.UTC(1980, 0, 1) / 1000
const LATEST = Date.UTC(2108, 0, 1) / 1000 - 1

/**
 * The date that exported files bear, so that the same commit makes the same file: `SOURCE_DATE_EPOCH` (seconds), else
 * that of the last commit of the project, else that of its lockfile, which an archive keeps, or of its slides.
 * @param say told where it is not that of a commit, and why
 * @param folder of the project
 * @throws UserError where `SOURCE_DATE_EPOCH` is no number of seconds, or before 1980 or after 2107
 */
export async function sourceDate(
  say: (line: string) => void,
  env: Readonly<Record<string, string | undefined>> = process.env,
  folder = root,
): Promise<Date> {
  const { SOURCE_DATE_EPOCH: seconds } = env
  if (seconds) {
    if (!/^\d+$/.test(seconds) || Number(seconds) < EARLIEST || Number(seconds) > LATEST)
      throw new UserError(`SOURCE_DATE_EPOCH must be whole seconds since 1970, from ${EARLIEST} (1980) to ${LATEST} (2107), not “${seconds}”`)
    return new Date(Number(seconds) * 1000)
  }
  // Git refuses a folder of another user, as in a container; its scripts run already, so it is trusted. A folder that
  // stands in the repository of something else, and is no part of it, has no commit of its own.
  const trusted = ['-c', `safe.directory=${resolve(folder)}`]
  const { code, output } = await run('git', [...trusted, 'log', '-1', '--format=%cI', '--', '.'], { cwd: folder })
  const committed = new Date(output.trim())
  if (code === 0 && !Number.isNaN(committed.getTime()))
    return committed
  const file = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'slides.md'].find(name => existsSync(join(folder, name))) ?? '.'
  const { mtime } = await stat(join(folder, file))
  const date = new Date(Math.floor(mtime.getTime() / 1000) * 1000)
  say(`No commit of this folder is known (${code === 0 ? 'it is no part of a repository' : reasonIn(output)}): the files bear the date of ${file}, ${date.toISOString().slice(0, 10)}.`)
  return date
}
