import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-chromium'
import { packageFile, run, UserError } from './run'

/** What the search for a program needs to know of the machine, and may do on it. */
export interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** The user's number, 0 for root; undefined on Windows. */
  uid: number | undefined
  /** Where Playwright keeps the Chromium that it downloads, there or not. */
  playwrightPath: string
  exists: (path: string) => boolean
  /** Runs a program to its end; false where it fails or is missing. */
  run: (command: string, args: readonly string[]) => Promise<boolean>
  say: (line: string) => void
}

const commandNames = {
  linux: [
    'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium', 'chromium-browser',
  ],
  darwin: ['google-chrome', 'chromium'],
  win32: ['chrome.exe', 'msedge.exe', 'chromium.exe'],
}

const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const windowsApps = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']

/** Where Chrome, Edge and Chromium are usually found, best first. */
export function installedBrowserPaths({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  const { join } = platform === 'win32' ? win32 : posix
  const folders = (env.PATH ?? env.Path ?? '').split(platform === 'win32' ? ';' : ':').filter(Boolean)
  const names = commandNames[platform === 'win32' || platform === 'darwin' ? platform : 'linux']
  const inPath = names.flatMap(name => folders.map(folder => join(folder, name)))
  if (platform === 'darwin') {
    const roots = ['/Applications', ...env.HOME ? [join(env.HOME, 'Applications')] : []]
    return [...macApps.flatMap(app => roots.map(folder => `${folder}/${app}.app/Contents/MacOS/${app}`)), ...inPath]
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(folder => folder !== undefined)
    return [...windowsApps.flatMap(app => roots.map(folder => join(folder, app))), ...inPath]
  }
  return inPath
}

/**
 * Finds a Chromium, or gets one: `DECK_BROWSER`, Playwright's own, Chrome, Edge or Chromium on the machine,
 * Playwright's download, Debian's package.
 * @returns path of its executable
 * @throws UserError that names the ways out, where there is none
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string> {
  const { env, exists, playwrightPath, platform, say, uid } = machine

  if (env.DECK_BROWSER !== undefined) {
    if (!exists(env.DECK_BROWSER))
      throw new UserError(`DECK_BROWSER must be the path of a Chromium, Chrome or Edge; there is no “${env.DECK_BROWSER}”`)
    return env.DECK_BROWSER
  }

  // On Linux a browser can be there and not start: its libraries are missing, or it only stands in for a snap.
  const works = async (path: string): Promise<boolean> =>
    exists(path) && (platform !== 'linux' || await machine.run(path, ['--version']))
  const firstThatWorks = async (paths: string[]): Promise<string | undefined> => {
    for (const path of paths) {
      if (await works(path))
        return path
    }
  }

  const present = await firstThatWorks([playwrightPath, ...installedBrowserPaths(machine)])
  if (present)
    return present

  say('No browser found: downloading Chromium with Playwright (about 180 MB) …')
  const cli = packageFile('playwright-chromium/cli.js')
  if (await machine.run(process.execPath, [cli, 'install', '--no-shell', 'chromium']) && await works(playwrightPath))
    return playwrightPath

  const apt = await firstThatWorks(['/usr/bin/apt-get'])
  const sudo = uid === 0 ? [] : ['sudo', '-n']
  if (apt && (uid === 0 || await machine.run('sudo', ['-n', 'true']))) {
    say('That did not work: installing Debian’s chromium package …')
    const [command = apt, ...args] = [...sudo, apt]
    await machine.run(command, [...args, 'update'])
    await machine.run(command, [...args, 'install', '--yes', '--no-install-recommends', 'chromium'])
    const installed = await firstThatWorks(installedBrowserPaths(machine))
    if (installed)
      return installed
  }

  throw new UserError(
    'no browser found and none could be fetched; install Chrome, Edge or Chromium, or run '
    + '`npx playwright install --with-deps chromium`, or set DECK_BROWSER to the path of one',
  )
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.(),
    playwrightPath: chromium.executablePath(),
    exists: existsSync,
    run: async (command, args) => (await run(command, args)).code === 0,
    say: console.log,
  }
}

/** How every script and test starts the browser: it cannot reach beyond this machine. */
export function launchOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost'] }
}

/**
 * Starts the browser at a path that `findBrowser` gave.
 * @throws UserError where it does not start
 */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch(launchOptions(executablePath)).catch(() => {
    throw new UserError(`the browser at “${executablePath}” does not start`)
  })
}
