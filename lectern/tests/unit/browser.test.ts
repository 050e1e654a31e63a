import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BrowserError, findBrowser, installedBrowserPaths, launchBrowser, startBrowser, type Machine } from '../../cli/browser'
import { UserError } from '../../cli/run'

/** A pretended machine, and a record of what was done to it. */
interface TestMachine extends Machine {
  files: Set<string>
  said: string[]
  ran: string[]
  started: string[]
}

/** A machine with certain files, whose programs all do what they should, but for browsers that are broken. */
function machine({ files = [], broken = [], run, ...rest }: Partial<Machine> & { files?: string[], broken?: string[] } = {}): TestMachine {
  const present = new Set(files)
  const said: string[] = []
  const ran: string[] = []
  const started: string[] = []
  return {
    files: present,
    said,
    ran,
    started,
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    uid: 1000,
    playwrightPath: '/cache/chromium/chrome',
    exists: path => present.has(path),
    realPath: path => path.replace(/^\/bin\//, '/usr/bin/'),
    start: (path) => {
      started.push(path)
      return broken.includes(path)
        ? Promise.reject(new BrowserError(`“${path}” is broken`))
        : Promise.resolve({ close: () => Promise.resolve() } as Browser)
    },
    say: line => said.push(line),
    run: async (command, args) => {
      ran.push([command, ...args].join(' '))
      return await run?.(command, args) ?? true
    },
    ...rest,
  }
}

const isDownload = (args: readonly string[]): boolean => args.includes('install') && args.includes('--no-shell')

describe('findBrowser', () => {
  it('takes DECK_BROWSER before all others', async () => {
    const files = ['/my/chrome', '/cache/chromium/chrome', '/usr/bin/chromium']
    expect(await findBrowser(machine({ files, env: { DECK_BROWSER: '/my/chrome' } }))).toBe('/my/chrome')
  })

  it('refuses a DECK_BROWSER that is not there, even where another browser is', async () => {
    const files = ['/cache/chromium/chrome']
    await expect(findBrowser(machine({ files, env: { DECK_BROWSER: '/my/chrome' } })))
      .rejects.toThrow('DECK_BROWSER must be the path of a Chromium, Chrome or Edge; there is no “/my/chrome”')
  })

  it('takes Playwright’s own before one on the machine', async () => {
    const files = ['/usr/bin/chromium', '/cache/chromium/chrome']
    expect(await findBrowser(machine({ files }))).toBe('/cache/chromium/chrome')
  })

  it('takes Chrome before Edge before Chromium on the machine', async () => {
    const files = ['/usr/bin/chromium', '/usr/bin/microsoft-edge', '/usr/local/bin/google-chrome']
    const found: string[] = []
    while (files.length > 0) {
      found.push(await findBrowser(machine({ files })))
      files.splice(files.indexOf(found.at(-1)!), 1)
    }
    expect(found).toEqual(['/usr/local/bin/google-chrome', '/usr/bin/microsoft-edge', '/usr/bin/chromium'])
  })

  it('passes over a browser that does not start, with its reason', async () => {
    const one = machine({ files: ['/usr/bin/google-chrome', '/usr/bin/chromium'], broken: ['/usr/bin/google-chrome'] })
    expect(await findBrowser(one)).toBe('/usr/bin/chromium')
    expect(one.said).toEqual(['Passed over: “/usr/bin/google-chrome” is broken'])
  })

  it('tries a browser once, however many names it has', async () => {
    const one = machine({
      env: { PATH: '/usr/bin:/bin' },
      files: ['/usr/bin/google-chrome', '/bin/google-chrome', '/usr/bin/chromium'],
      broken: ['/usr/bin/google-chrome', '/bin/google-chrome'],
    })
    expect(await findBrowser(one)).toBe('/usr/bin/chromium')
    expect(one.started).toEqual(['/usr/bin/google-chrome', '/usr/bin/chromium'])
  })

  it('takes no other than DECK_BROWSER where that does not start', async () => {
    const one = machine({ files: ['/my/chrome', '/usr/bin/chromium'], broken: ['/my/chrome'], env: { DECK_BROWSER: '/my/chrome', PATH: '/usr/bin' } })
    await expect(findBrowser(one)).rejects.toThrow(new BrowserError('“/my/chrome” is broken'))
  })

  it('looks for no other where the machine itself is at fault', async () => {
    const start = (): Promise<never> => Promise.reject(new UserError('no font'))
    await expect(findBrowser(machine({ files: ['/usr/bin/google-chrome', '/usr/bin/chromium'], start }))).rejects.toThrow('no font')
  })

  it('knows the places on Windows', async () => {
    const path = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const windows = machine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' }, files: [path], uid: undefined })
    expect(await findBrowser(windows)).toBe(path)
  })

  it('downloads Playwright’s where there is none, and says so first', async () => {
    const bare: TestMachine = machine({
      run: async (_, args) => {
        if (isDownload(args))
          bare.files.add('/cache/chromium/chrome')
        return true
      },
    })
    expect(await findBrowser(bare)).toBe('/cache/chromium/chrome')
    expect(bare.said).toEqual([expect.stringContaining('downloading Chromium')])
    expect(bare.ran.join()).not.toContain('apt-get')
  })

  describe('where the download fails', () => {
    const withApt = (options: Partial<Machine> = {}): TestMachine => {
      const debian: TestMachine = machine({
        files: ['/usr/bin/apt-get'],
        ...options,
        run: async (command, args) => {
          if (isDownload(args))
            return false
          if (args.includes('chromium'))
            debian.files.add('/usr/bin/chromium')
          return await options.run?.(command, args) ?? true
        },
      })
      return debian
    }

    it('installs Debian’s package as root', async () => {
      const debian = withApt({ uid: 0 })
      expect(await findBrowser(debian)).toBe('/usr/bin/chromium')
      expect(debian.said).toHaveLength(2)
      expect(debian.ran).toContain('/usr/bin/apt-get install --yes --no-install-recommends chromium')
      expect(debian.ran.join()).not.toContain('sudo')
    })

    it('installs Debian’s package through sudo, where that asks nothing', async () => {
      const debian = withApt()
      expect(await findBrowser(debian)).toBe('/usr/bin/chromium')
      expect(debian.ran).toContain('sudo -n /usr/bin/apt-get install --yes --no-install-recommends chromium')
    })

    it('names the ways out without the rights', async () => {
      const debian = withApt({ run: async command => command !== 'sudo' })
      await expect(findBrowser(debian)).rejects.toThrow(/install Chrome, Edge or Chromium, .*npx playwright install.* DECK_BROWSER/)
      expect(debian.ran.join()).not.toContain('install --yes')
    })

    it('names the ways out without apt-get', async () => {
      const bare = machine({ uid: 0, run: async (_, args) => !isDownload(args) })
      await expect(findBrowser(bare)).rejects.toThrow(/no browser found/)
    })
  })

  it('goes on to Debian’s package where the download lacks its libraries', async () => {
    const debian: TestMachine = machine({
      files: ['/usr/bin/apt-get'],
      uid: 0,
      broken: ['/cache/chromium/chrome'],
      run: async (_, args) => {
        if (isDownload(args))
          debian.files.add('/cache/chromium/chrome')
        if (args.includes('--yes'))
          debian.files.add('/usr/bin/chromium')
        return true
      },
    })
    expect(await findBrowser(debian)).toBe('/usr/bin/chromium')
  })
})

// A shell script stands for a browser; a busy machine takes its time to start one.
describe.skipIf(process.platform === 'win32')('launchBrowser', { timeout: 60_000 }, () => {
  let place: string
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'browser-'))
  })
  afterEach(() => rm(place, { recursive: true }))

  async function browserThat(...lines: string[]): Promise<string> {
    const path = join(place, 'browser')
    await writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'))
    await chmod(path, 0o755)
    return path
  }

  it.each([
    ['what it said, the line of the error first', ['echo starting >&2', 'echo "error while loading libnss3.so" >&2', 'echo bye >&2', 'exit 127'], 'does not start: error while loading libnss3.so'],
    ['its exit code where it said nothing', ['exit 3'], 'does not start: it ended with code 3 and said nothing'],
    ['the signal that ended it', ['kill -SEGV $$'], 'does not start: it ended by SIGSEGV and said nothing'],
  ])('tells %s', async (_, lines, reason) => {
    const path = await browserThat(...lines)
    await expect(launchBrowser(path)).rejects.toThrow(new BrowserError(`the browser at “${path}” ${reason}`))
  })

  it('tells that a folder is no browser', async () => {
    await expect(launchBrowser(place)).rejects.toThrow(/“.*browser-.*” does not start: .*EACCES/)
  })

  it('waits for one that hangs no longer than it may, and leaves no process', async () => {
    const path = await browserThat('echo "waiting for a service" >&2', `echo $$ > '${join(place, 'pid')}'`, 'sleep 60')
    const begun = performance.now()
    await expect(launchBrowser(path, 1)).rejects.toThrow(new BrowserError(`the browser at “${path}” gives no answer within 1 s: waiting for a service`))
    expect(performance.now() - begun).toBeLessThan(10_000)
    const pid = Number(await readFile(join(place, 'pid'), 'utf8'))
    await expect.poll(() => isAlive(pid)).toBe(false)
  })

  it('passes over one that hangs, whatever it is asked, for the next', async () => {
    const path = await browserThat('sleep 60')
    const opened = { close: () => Promise.resolve() } as Browser
    const { path: found } = await startBrowser(machine({
      env: { PATH: place },
      playwrightPath: path,
      exists: name => name === path || name === join(place, 'chromium'),
      start: name => name === path ? launchBrowser(name, 0.5) : Promise.resolve(opened),
    }))
    expect(found).toBe(join(place, 'chromium'))
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  }
  catch {
    return false
  }
}

describe('installedBrowserPaths', () => {
  it('knows the places on macOS, the user’s own too', () => {
    const paths = installedBrowserPaths({ platform: 'darwin', env: { HOME: '/Users/me', PATH: '' } })
    expect(paths).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium',
    ])
  })

  it('knows the places on Windows, and searches its path', () => {
    const env = { 'PROGRAMFILES': 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)', 'Path': 'D:\\bin' }
    const paths = installedBrowserPaths({ platform: 'win32', env })
    expect(paths[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
    expect(paths).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(paths).toContain('D:\\bin\\chrome.exe')
  })
})
