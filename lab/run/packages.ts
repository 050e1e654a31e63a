import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from 'slidev-addon-lectern/node'
import { goFolder, rustFolder } from './tools'

/**
 * The version that Cargo’s lockfile has of a crate.
 * @throws UserError where it has none
 */
export async function crateVersion(name: string): Promise<string> {
  const lock = await readFile(join(rustFolder, 'Cargo.lock'), 'utf8')
  return found(new RegExp(`^name = "${name}"\\nversion = "([^"]+)"`, 'm').exec(lock), name, 'lab/rust/Cargo.lock')
}

/**
 * The version that go.mod has of a module.
 * @throws UserError where it has none
 */
export async function moduleVersion(path: string): Promise<string> {
  const mod = await readFile(join(goFolder, 'go.mod'), 'utf8')
  return found(new RegExp(`${path} v(\\S+)`).exec(mod), path, 'lab/go/go.mod')
}

function found(match: RegExpExecArray | null, name: string, file: string): string {
  const version = match?.[1]
  if (version === undefined)
    throw new UserError(`${file} has no ${name}`)
  return version
}
