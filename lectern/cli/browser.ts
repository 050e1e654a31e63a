import { existsSync, realpathSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { chromium, type Browser, type LaunchOptions } from 'playwright-chromium'
import { inTime, packageFile, progress, reasonIn, run, UserError } from './run'

/** A browser that is there and does not start; another one may. */
export class BrowserError extends UserError {
  override name = 'BrowserError'
}

/** What the search for a program needs to know of the machine, and may do on it. */
export interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** The user's number, 0 for root; undefined on Windows. */
  uid: number | undefined
  /** Where Playwright keeps the Chromium that it downloads, there or not. */
  playwrightPath: string
  exists: (path: string) => boolean
  /** The path behind symbolic links: several names may be one browser. */
  realPath: (path: string) => string
  /** Runs a program to its end; false where it fails or is missing. */
  run: (command: string, args: readonly string[]) => Promise<boolean>
  /**
   * Starts a browser.
   * @throws BrowserError with the reason, where it does not start
   */
  start: (path: string) => Promise<Browser>
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

/** A browser that has started. */
export interface Started {
  browser: Browser
  /** Of its executable. */
  path: string
}

/**
 * Finds a Chromium that starts, or gets one: `DECK_BROWSER`, Playwright's own, Chrome, Edge or Chromium on the machine,
 * Playwright's download, Debian's package. One that is there and does not start is passed over, with its reason; on
 * Linux its libraries may be missing, or it only stands in for a snap.
 * @throws UserError that names the ways out, where there is none
 */
export async function startBrowser(machine: Machine = thisMachine()): Promise<Started> {
  const { env, exists, playwrightPath, realPath, say, start, uid } = machine

  if (env.DECK_BROWSER !== undefined) {
    if (!exists(env.DECK_BROWSER))
      throw new UserError(`DECK_BROWSER must be the path of a Chromium, Chrome or Edge; there is no “${env.DECK_BROWSER}”`)
    return { browser: await start(env.DECK_BROWSER), path: env.DECK_BROWSER }
  }

  const firstThatStarts = async (paths: readonly string[]): Promise<Started | undefined> => {
    const tried = new Set<string>()
    for (const path of paths.filter(exists)) {
      if (tried.has(realPath(path)))
        continue
      tried.add(realPath(path))
      try {
        return { browser: await start(path), path }
      }
      catch (error) {
        if (!(error instanceof BrowserError))
          throw error
        say(`Passed over: ${error.message}`)
      }
    }
  }

  const present = await firstThatStarts([playwrightPath, ...installedBrowserPaths(machine)])
  if (present)
    return present

  say('No browser found: downloading Chromium with Playwright (about 180 MB) …')
  const cli = packageFile('playwright-chromium/cli.js')
  if (await machine.run(process.execPath, [cli, 'install', '--no-shell', 'chromium'])) {
    const downloaded = await firstThatStarts([playwrightPath])
    if (downloaded)
      return downloaded
  }

  const apt = ['/usr/bin/apt-get'].find(exists)
  const sudo = uid === 0 ? [] : ['sudo', '-n']
  if (apt && (uid === 0 || await machine.run('sudo', ['-n', 'true']))) {
    say('That did not work: installing Debian’s chromium package …')
    const [command = apt, ...args] = [...sudo, apt]
    await machine.run(command, [...args, 'update'])
    await machine.run(command, [...args, 'install', '--yes', '--no-install-recommends', 'chromium'])
    const installed = await firstThatStarts(installedBrowserPaths(machine))
    if (installed)
      return installed
  }

  throw new UserError(
    'no browser found and none could be fetched; install Chrome, Edge or Chromium, or run '
    + '`npx playwright install --with-deps chromium`, or set DECK_BROWSER to the path of one',
  )
}

/** Closes a browser; one that hangs does not close, and ends with this process. */
export async function closeBrowser(browser: Browser): Promise<void> {
  await inTime(browser.close(), 5, new UserError('the browser does not close')).catch(() => {})
}

/**
 * Finds a browser as `startBrowser` does, for somebody who starts it later.
 * @returns path of its executable
 */
export async function findBrowser(machine?: Machine): Promise<string> {
  const { browser, path } = await startBrowser(machine)
  await closeBrowser(browser)
  return path
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    uid: process.getuid?.(),
    playwrightPath: chromium.executablePath(),
    exists: existsSync,
    realPath: realpathSync,
    run: async (command, args) => (await run(command, args)).code === 0,
    start: launchBrowser,
    say: (line) => {
      progress()
      console.log(line)
    },
  }
}

/**
 * Features of Chromium that are turned off. The first two draw the list under its address bar as pages of their own,
 * for each page that is opened, even without a window: half of a page’s work. The others are those of Playwright’s list
 * that matter here, which is lost: of two such lists Chromium takes the last alone.
 */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'LensOverlay', 'MediaRouter', 'PaintHolding',
  'ThirdPartyStoragePartitioning',
]

/** How every script and test starts the browser: it cannot reach beyond this machine. */
export function launchOptions(executablePath: string): LaunchOptions & { args: string[] } {
  return {
    executablePath,
    args: [
      `--disable-features=${DISABLED_FEATURES.join(',')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  }
}

/** Longest time in which a browser has to start, in seconds: ten times what Chromium takes on two busy cores. */
const LONGEST_START = 20

/**
 * Starts a browser and has it draw a word, so that it is known to work before anything depends on it.
 * @param seconds in which both must be done
 * @throws BrowserError with the browser's own reason where it does not start; UserError where the machine has no font
 */
export async function launchBrowser(executablePath: string, seconds = LONGEST_START): Promise<Browser> {
  const end = performance.now() + seconds * 1000
  const browser = await chromium.launch({ ...launchOptions(executablePath), timeout: seconds * 1000 })
    .catch((error: Error) => {
      killLaunched(error)
      throw new BrowserError(`the browser at “${executablePath}” ${reasonAgainst(error, seconds)}`)
    })
  try {
    const left = (end - performance.now()) / 1000
    const late = new BrowserError(`the browser at “${executablePath}” opens no page within ${seconds} s`)
    const width = await inTime(widthOfWord(browser), left, late).catch((error: Error) => {
      throw error === late ? late : new BrowserError(`the browser at “${executablePath}” opens no page: ${reasonIn(error.message)}`)
    })
    if (width === 0)
      throw new UserError('the browser finds no font on this machine, and then draws no text at all; install one, such as Debian’s fonts-dejavu-core')
    return browser
  }
  catch (error) {
    void closeBrowser(browser)
    throw error
  }
}

async function widthOfWord(browser: Browser): Promise<number> {
  const page = await browser.newPage()
  const width = await page.evaluate(() => {
    const word = document.createElement('span')
    word.textContent = 'word'
    document.body.append(word)
    return word.offsetWidth
  })
  await page.close()
  return width
}

/** Ends a browser that did not start in time: Playwright ends it only with this process. */
function killLaunched({ message }: Error): void {
  const pid = Number(/<launched> pid=(\d+)/.exec(message)?.[1])
  try {
    // Playwright starts it in a process group of its own, which Windows does not have.
    if (pid)
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  }
  catch {
    // It has ended.
  }
}

/** What a browser said when it did not start, which Playwright has in its log, or how it ended. */
function reasonAgainst({ message, name }: Error, seconds: number): string {
  const log = stripVTControlCharacters(message)
  const said = Array.from(log.matchAll(/\[pid=\d+\]\[err\] (.*\S)/g), ([, line]) => line).join('\n')
  const [, code, signal] = /exitCode=(\w+), signal=(\w+)/.exec(log) ?? []
  const ended = code === undefined ? reasonIn(log) : `it ended ${code === 'null' ? `by ${signal}` : `with code ${code}`} and said nothing`
  return name === 'TimeoutError'
    ? `gives no answer within ${seconds} s${said && `: ${reasonIn(said)}`}`
    : `does not start: ${said ? reasonIn(said) : ended}`
}
