import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { progress } from '../cli/run'

/* Steps on the disk, each of which adds to a list how it is taken back. */

/** Takes back what was done, the last step first. One that fails does not keep the others from being taken back. */
export function rollBack(undo: readonly (() => void)[]): void {
  for (const step of undo.toReversed()) {
    try {
      step()
    }
    catch (error) {
      progress()
      console.error(`Not put back as it was: ${(error as Error).message}`)
    }
  }
}

/** Puts a file in the place of another, of which a copy stays. */
export function replaceFile(source: string, target: string, former: string, undo: (() => void)[]): void {
  makeFolder(dirname(target), undo)
  if (!existsSync(target)) {
    renameSync(source, target)
    undo.push(() => rmSync(target, { force: true }))
    return
  }
  try {
    linkSync(target, former)
  }
  catch {
    // Some disks have no hard links.
    copyFileSync(target, former)
  }
  renameSync(source, target)
  undo.push(() => renameSync(former, target))
}

/** Takes a file out of its place, and keeps it. */
export function setAside(target: string, former: string, undo: (() => void)[]): void {
  renameSync(target, former)
  undo.push(() => renameSync(former, target))
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  const firstMade = mkdirSync(folder, { recursive: true })
  if (firstMade)
    undo.push(() => removeEmpty(folder, dirname(firstMade)))
}

/** Removes the folders of files that are gone, where nothing else is in them. */
export function removeEmptyParents(folder: string, names: readonly string[]): void {
  for (const name of names) {
    try {
      removeEmpty(dirname(join(folder, name)), folder)
    }
    catch {
      // An empty folder that stays does no harm, and the files are in their places.
    }
  }
}

/** Removes a folder that is empty, and its parents likewise up to one that stays. */
export function removeEmpty(folder: string, end: string): void {
  for (let path = resolve(folder); path !== resolve(end) && existsSync(path) && readdirSync(path).length === 0; path = dirname(path))
    rmdirSync(path)
}
