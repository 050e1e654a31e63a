import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Start of the names of our folders for files on their way; the rest is random. */
export const stagedPrefix = '.staged-'
/** Inside such a folder: which process it belongs to. */
const ownerName = 'owner.json'
const lockName = '.publishing'

/** Milliseconds after which a folder of another machine, whose processes we cannot see, counts as left behind. */
const LONGEST_RUN = 24 * 60 * 60 * 1000
/** The same for a lock, which is held while files are renamed. */
const LONGEST_LOCK = 60 * 1000

const cleaning = new Set<() => void>()

/**
 * Does something when this process ends, or before.
 * @returns does it now, and not again
 */
export function onExit(clean: () => void): () => void {
  // One listener for all: Node warns of more than ten.
  if (!process.listeners('exit').includes(cleanUp))
    process.on('exit', cleanUp)
  cleaning.add(clean)
  return () => {
    if (cleaning.delete(clean))
      clean()
  }
}

function cleanUp(): void {
  cleaning.forEach(clean => clean())
}

/** Notes that a folder belongs to this process. */
export function claim(staged: string): void {
  writeFileSync(join(staged, ownerName), ownerText())
}

/**
 * Removes what runs left in a folder that were killed, and nothing else: a folder without an owner is not ours, and one
 * whose owner still runs is in use.
 */
export function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const staged = join(folder, name)
    if (!name.startsWith(stagedPrefix) || !isAbandoned(join(staged, ownerName), LONGEST_RUN))
      continue
    try {
      rmSync(staged, { recursive: true, force: true })
    }
    catch {
      // Another user's, who clears it by the next run.
    }
  }
}

/**
 * Waits until no other run is putting files into a folder, and keeps others from it.
 * @param say told once, where it has to wait
 * @returns gives the folder free
 */
export async function lock(folder: string, say: (line: string) => void): Promise<() => void> {
  const path = join(folder, lockName)
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(path, ownerText(), { flag: 'wx' })
      return onExit(() => rmSync(path, { force: true }))
    }
    catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw error
    }
    if (isAbandoned(path, LONGEST_LOCK)) {
      rmSync(path, { force: true })
      continue
    }
    if (tries === 10)
      say(`Another run is putting its files into “${folder}”: waiting for it …`)
    await wait(100)
  }
}

/** Whether a run is putting files into a folder right now. */
export function isLocked(folder: string): boolean {
  return existsSync(join(folder, lockName))
}

function ownerText(): string {
  return JSON.stringify({ host: hostname(), pid: process.pid })
}

/** Whether the process that wrote this file has ended, or must have; false where there is no such file. */
function isAbandoned(path: string, longest: number): boolean {
  try {
    const written = statSync(path).mtimeMs
    const pid = ownPid(path)
    return pid === undefined ? Date.now() - written > longest : !isAlive(pid)
  }
  catch {
    return false
  }
}

/** The process that wrote a file, where it is one of this machine. */
function ownPid(path: string): number | undefined {
  try {
    const { host, pid } = JSON.parse(readFileSync(path, 'utf8')) as { host: unknown, pid: unknown }
    return host === hostname() && typeof pid === 'number' ? pid : undefined
  }
  catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
