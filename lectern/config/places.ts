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

/** What is read of the syntax of a module. */
interface Syntax {
  type: string
  start: number
  body?: Syntax[]
  declaration?: Syntax
  /** Of a call. */
  arguments?: Syntax[]
  /** What has a type said of it. */
  expression?: Syntax
  properties?: Syntax[]
  key?: Syntax & { name?: string, value?: unknown }
  value?: Syntax
}

/**
 * Where a field of what a module exports is written: its path, with the line as far as the source has the field and not
 * a program that makes it.
 * @param file path of the module from the deck’s folder
 * @param path names of the fields that lead to it
 */
export async function placeOfField(folder: string, file: string, path: readonly string[]): Promise<string> {
  const source = await readFile(join(folder, file), 'utf8')
  const { parseAst } = await import('vite')
  const { body } = parseAst(source, { lang: 'ts' }) as unknown as Syntax
  let object = body!.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration
  let found: Syntax | undefined
  for (const name of path) {
    while (object && !object.properties && (object.expression ?? object.arguments))
      object = object.expression ?? object.arguments![0]
    const field = object?.properties?.find(({ key }) => name === (key?.name ?? key?.value))
    if (!field)
      break
    found = field
    object = field.value
  }
  return found ? `${file}:${source.slice(0, found.start).split('\n').length}` : file
}
