// @ts-check
// Plain JavaScript that old versions of Node can read, with nothing to install: it runs before anything is there.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * @param {string} found such as `20.19.0`
 * @param {string} range such as `>=20.19.0`: what package.json asks for
 */
export function isTooOld(found, range) {
  const numbers = (/** @type {string} */ text) => (text.match(/\d+/g) || []).map(Number)
  const have = numbers(found)
  const differences = numbers(range).map((number, index) => (have[index] || 0) - number)
  return (differences.find(difference => difference !== 0) || 0) < 0
}

/**
 * Whether the installed packages differ from the locked ones. Packages for other systems may be missing.
 * @param {Lockfile} locked package-lock.json
 * @param {Lockfile | undefined} installed the list that npm leaves in node_modules once an install is complete
 * @param {(path: string) => boolean} exists
 */
export function needsInstall(locked, installed, exists) {
  if (!installed)
    return true
  const surplus = Object.keys(installed.packages).some(path => !locked.packages[path])
  return surplus || Object.entries(locked.packages).some(([path, want]) => {
    if (path === '')
      return false
    const have = installed.packages[path]
    return have
      ? have.version !== want.version || have.integrity !== want.integrity || !exists(path)
      : !want.optional
  })
}

/**
 * The first character of a folder’s path that a tool behind the deck takes for something else, if there is one:
 * Vite for the end of an address (`#`, `?`) or of a string in its modules (`'`, `"`) or for another scheme (`:`), the
 * tools that look for components and icons for a pattern (`[ ] { } | * $`), Vitest for an encoded letter (`%`). Spaces, `&`
 * and other scripts are no trouble.
 * @param {string} folder
 */
export function awkwardCharacter(folder) {
  const [found] = folder.replace(/^[a-z]:/i, '').match(/[#?'"[\]{}|*$:%]/) || []
  return found
}

/**
 * How to start npm: the one that runs us, where we know it, since Windows has no plain `npm` program.
 * @param {string | undefined} execPath npm's own `npm_execpath`
 */
export function npmCommand(execPath) {
  return execPath && basename(execPath) === 'npm-cli.js'
    ? { command: process.execPath, args: [execPath], shell: false }
    : { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/**
 * Waits for something, and has something said once that takes long.
 * @template T
 * @param {Promise<T>} work
 * @param {() => void} say
 * @param {number} patience milliseconds
 */
export async function saidIfLate(work, say, patience) {
  const timer = setTimeout(say, patience)
  try {
    return await work
  }
  finally {
    clearTimeout(timer)
  }
}

/**
 * Runs a program to its end.
 * @param {{ command: string, args: string[], shell: boolean }} program
 * @param {string} cwd
 * @returns {Promise<string | undefined>} why it failed, in its own words
 */
function failureOf({ args, command, shell }, cwd) {
  return new Promise((resolve) => {
    const program = spawn(command, args, { cwd, shell, stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    program.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => words += text)
    program.on('error', error => resolve(error.message))
    program.on('close', code => resolve(code === 0 ? undefined : words.trim()))
  })
}

/** Milliseconds after which an install is late: three times what it takes on two busy cores. */
const LATE = 180_000

/** @returns {Promise<number>} exit code */
async function setUp() {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const needed = read('package.json').engines.node
  const found = process.versions.node
  if (isTooOld(found, needed)) {
    console.error(`This deck needs Node ${needed}, but this is Node ${found}: install a newer one from nodejs.org.`)
    return 1
  }

  const awkward = awkwardCharacter(root)
  if (awkward) {
    console.error(`setup: this deck cannot run in ${root}, since its tools stumble over ${awkward} in a path: rename the folder.`)
    return 1
  }

  const installedList = 'node_modules/.package-lock.json'
  const exists = (/** @type {string} */ path) => existsSync(join(root, path))
  const installed = exists(installedList) ? read(installedList) : undefined
  if (!needsInstall(read('package-lock.json'), installed, exists))
    return 0

  console.log('Installing the packages of package-lock.json (about a minute) …')
  // Gone until npm writes it at its end, so that an install broken off half-way is done again.
  rmSync(join(root, installedList), { force: true })
  const npm = npmCommand(process.env.npm_execpath)
  // Errors only: many packages warn that they would like a newer Node than they need.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const reason = await saidIfLate(failureOf({ ...npm, args: [...npm.args, ...options] }, root), () => console.log(
    'Still waiting for npm. Where a proxy or a certificate is in its way, it says so only after some six minutes …',
  ), LATE)
  if (reason === undefined)
    return 0
  console.error(reason)
  console.error('setup: npm could not install the packages (its reason is above).')
  return 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url)))
  void setUp().then(code => process.exitCode = code)
