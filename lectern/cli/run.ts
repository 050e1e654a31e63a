import { spawn, type SpawnOptions } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** The folder of the deck, in which every command is run, with a slash at its end. */
export const root = `${process.cwd()}${sep}`

/** How the user builds the site: by a script of the deck’s own, where it has one. */
export function buildCommand(): string {
  const file = join(root, 'package.json')
  const { scripts = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> } : {}
  return scripts.build === undefined ? 'npx lectern build' : 'npm run build'
}

/** A failure that its message explains in full: the user sees that line and no stack. */
export class UserError extends Error {
  override name = 'UserError'
}

export interface Finished {
  /** Exit code; 1 where the program could not be started or a signal ended it. */
  code: number
  /** Both output streams in the order in which they came, without colour codes; empty when inherited. */
  output: string
}

/** Runs a program in the project's folder to its end. It does not outlive this process. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const collect = (text: string): void => void (output += text)
    const kill = (): void => void child.kill()
    const finish = (code: number): void => {
      process.off('exit', kill)
      resolve({ code, output: stripVTControlCharacters(output) })
    }
    process.on('exit', kill)
    // Decoded by the stream: a letter may be cut between two chunks.
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    child.on('error', (error) => {
      output += error.message
      finish(1)
    })
    child.on('close', code => finish(code ?? 1))
  })
}

/** Path of a JavaScript file inside an installed package, such as `@slidev/cli/bin/slidev.mjs`. */
export function packageFile(file: string): string {
  // A deck may be one of several beside the packages that they share.
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', file)
    if (existsSync(path) || folder === dirname(folder))
      return path
  }
}

/** Runs a JavaScript program of an installed package with this Node. */
export function runTool(file: string, args: readonly string[], options?: SpawnOptions): Promise<Finished> {
  return run(process.execPath, [packageFile(file), ...args], options)
}

/** The first line of a tool's output that names an error, with place and cause where it announces them, or the last. */
export function reasonIn(output: string): string {
  const lines = output.replaceAll(root, '').split('\n').map(line => line.trim()).filter(Boolean)
  const at = lines.findIndex(line => /\berror\b/i.test(line))
  const line = lines.at(at) ?? 'no output'
  return line.endsWith(':') ? lines.slice(at, at + 3).join(' ') : line
}

/** Has a Node program end once its parent has ended in whatever way: a killed parent cannot tell it, but its channel closes. */
const endsWithParent = ['--import', 'data:text/javascript,process.once("disconnect", () => process.exit(1)); process.channel.unref()']

/**
 * Lets Slidev build the slides.
 * @param args for `slidev build`
 * @param env for setup/preparser.ts, besides this process’s own
 * @throws UserError with the reason, where the build fails
 */
export async function build(args: readonly string[] = [], env: Record<string, string> = {}): Promise<void> {
  const slidev = packageFile('@slidev/cli/bin/slidev.mjs')
  const { code, output } = await run(process.execPath, [...endsWithParent, slidev, 'build', ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  })
  if (code !== 0)
    throw new UserError(`the build failed: ${reasonIn(output)}`)
}

/**
 * Waits for all of some work that goes on at the same time, also where a part fails: what it writes must not come after
 * its folder was cleared away.
 * @returns what each part gives, in order
 * @throws what the first part that fails throws
 */
export async function allDone<Work extends readonly Promise<unknown>[]>(work: readonly [...Work]): Promise<{ [Index in keyof Work]: Awaited<Work[Index]> }> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

/**
 * Waits for work, but not for ever.
 * @param late what is thrown where it takes more than these seconds
 */
export async function inTime<T>(work: Promise<T>, seconds: number, late: UserError): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), seconds * 1000)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

/** Seconds since `start`, a value of `performance.now()`, such as `8.1 s`. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}

const saidOnce = new Set<string>()

/** Says a line, but not the same one twice. */
export function sayOnce(line: string): void {
  if (saidOnce.has(line))
    return
  saidOnce.add(line)
  progress()
  console.log(line)
}

/** Shows what is going on; on a terminal, each line takes the place of the one before and none clears it. */
export function progress(line = ''): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r\x1B[2K${line}`)
  else if (line)
    console.log(line)
}

/**
 * Runs a script: one line and exit code 1 when it fails, with the stack where `DEBUG` is set; an orderly end on Ctrl-C and with the npm that runs it.
 * @param name what the line starts with
 */
export async function main(name: string, script: () => Promise<void>): Promise<void> {
  const end = (reason: string, code: number): never => {
    progress()
    console.error(`${name}: ${reason}`)
    process.exit(code)
  }
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => end('it was told to end (SIGTERM)', 143))
  process.once('SIGHUP', () => end('its terminal was closed (SIGHUP)', 129))
  if (process.env.npm_lifecycle_event !== undefined)
    endWith(process.ppid, () => end('npm has ended', 143))
  try {
    await script()
  }
  catch (error) {
    progress()
    const message = error instanceof Error ? error.message : String(error)
    console.error(`${name}: ${error instanceof UserError ? message : stripVTControlCharacters(message).split('\n')[0]}`)
    if (process.env.DEBUG)
      console.error(error)
    // Not by itself: a browser that hangs would hold this process for half a minute more.
    process.exit(1)
  }
}

/** npm ends its shell and not what runs in that: a process whose parent has gone has another one. */
function endWith(parent: number, end: () => void): void {
  setInterval(() => process.ppid !== parent && end(), 500).unref()
}
