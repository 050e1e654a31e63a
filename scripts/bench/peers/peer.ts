import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npmCommand } from '../../setup.mjs'
import { reasonIn, root, run, UserError } from 'slidev-addon-lectern/node'
import type { Tool } from '../tool'

/** Where a peer works, and with what. */
export interface Workshop {
  /** Where its packages are installed, and its deck is. */
  folder: string
  /** Path of a Chromium. */
  browserPath: string
}

/** Another tool, beside which ours is measured. */
export interface Peer {
  name: string
  /** What is installed for it, each at its exact version. */
  packages: Record<string, string>
  overrides?: Record<string, string>
  /** Writes the plain deck as the tool reads it. */
  setUp: (workshop: Workshop) => Promise<Tool>
}

/** This deck’s own package.json. */
export const ownPackage = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  overrides: Record<string, string>
  devDependencies: Record<string, string>
}

/**
 * Installs packages into a new folder.
 * @throws UserError with npm’s reason
 */
export async function install(folder: string, packages: Record<string, string>, overrides: Record<string, string> = {}): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: packages, overrides }))
  const { args, command, shell } = npmCommand(process.env.npm_execpath)
  // Without a network each further try takes ten seconds, and nothing comes of it.
  const options = ['install', '--ignore-scripts', '--prefer-offline', '--fetch-retries=1', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, output } = await run(command, [...args, ...options], { cwd: folder, shell })
  if (code !== 0)
    throw new UserError(`npm could not install it: ${npmReason(output)}`)
}

/** The first line in which npm says more than a code. */
export function npmReason(output: string): string {
  const lines = Array.from(output.matchAll(/^npm error (?!code |errno |syscall |type )(\S.*)$/gm), ([, line]) => line!)
  return lines[0] ?? reasonIn(output)
}

/** The first line that names an error, or a limit of time. */
export function programReason(output: string): string {
  return /^.*(?:error\b|exceeded).*$/im.exec(output)?.[0].trim() ?? reasonIn(output)
}

/**
 * Runs an installed program in its folder to its end.
 * @param file below node_modules
 * @throws UserError with the program’s reason
 */
export async function runIn(folder: string, file: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(process.execPath, [join(folder, 'node_modules', file), ...args], { cwd: folder })
  if (code !== 0)
    throw new UserError(programReason(output))
}
