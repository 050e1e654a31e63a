import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { UserError } from '../cli/run.ts'

/** What Vite and Node throw: for what is no TypeScript with its place, else with that in its stack. */
interface ModuleMistake {
  errors?: readonly { id?: string, loc?: { line: number }, message: string }[]
}

/**
 * Says where a mistake stands that keeps a module of the deck from being read, as the message of a program does not. What a
 * deck throws itself, with a file in its words, says what it has to.
 * @param file path of the module from the deck’s folder
 */
export async function sayPlace(folder: string, file: string, thrown: unknown): Promise<never> {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const [{ id = '', loc, message } = { message: '' }] = (error as ModuleMistake).errors ?? []
  if (loc)
    throw new UserError(`${relative(folder, id)}:${loc.line}, ${firstLine(message).replace(/^\[\w+\] /, '')}`)
  const words = firstLine(error.message)
  const { importer, missing } = /^Failed to load url (?<missing>\S+) .* in (?<importer>.+)\. Does the file exist\?$/.exec(words)?.groups
    ?? /^Cannot find (?:module|package) '(?<missing>[^']+)' imported from '?(?<importer>[^']+)'?$/.exec(words)?.groups ?? {}
  if (importer && missing && existsSync(importer)) {
    const line = (await readFile(importer, 'utf8')).split('\n').findIndex(line => line.includes(missing)) + 1
    throw new UserError(`${relative(folder, importer)}${line ? `:${line}` : ''}, import: there is no “${missing}”`)
  }
  if (/^[\w./-]+\.\w+[:,]/.test(words))
    throw error
  // A mistake of the deck’s shows in what it calls, too.
  const frames = Array.from((error.stack ?? '').matchAll(/\(?(?:file:\/\/)?(\/[^()\n]+):(\d+):\d+\)?$/gm), ([, path, line]) => ({ path: path!, line: line! }))
  const frame = frames.find(({ path }) => path.startsWith(join(folder, '/')) && !path.includes('/node_modules/'))
  throw new UserError(`${frame ? `${relative(folder, frame.path)}:${frame.line}` : file}, ${words}`)
}

function firstLine(message: string): string {
  return stripVTControlCharacters(message).split('\n')[0]!
}
