import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, run, type Finished } from 'slidev-addon-lectern/node'

/** Where the files are that `files.setup.ts` made, once for all tests of a run. */
export const folder = join(root, 'test-results/exports')

const command = ['lectern/bin/lectern.mjs', 'export']

/** A file that was made, by its name in the folder. */
export function exported(name: string): Promise<Uint8Array> {
  return readFile(join(folder, name))
}

/** Exports from the site that is in `dist/`. */
export function runExport(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return run(process.execPath, [...command, '--no-build', ...args], { env: { ...process.env, ...env } })
}

/** Exports from a site that it builds first. */
export function runExportWithBuild(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return run(process.execPath, [...command, ...args], { env: { ...process.env, ...env } })
}

/** Begins an export, for somebody who wants to disturb it. */
export function startExport(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [...command, '--no-build', ...args], { cwd: root, env: { ...process.env, ...env } })
}

/** For comparing text that a page may break anywhere. PDFium has a noncharacter for a hyphen at the end of a line. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u0002\u00AD\u2010\u2011\uFFFE-]/g, '')
