import { describe, expect, it } from 'vitest'
import { findBrowser, installedBrowserPaths, type Machine } from '../../scripts/browser'

/** A pretended machine, and a record of what was done to it. */
interface TestMachine extends Machine {
  files: Set<string>
  said: string[]
  ran: string[]
}

/** A machine with certain files, whose programs all do what they should. */
function machine({ files = [], run, ...rest }: Partial<Machine> & { files?: string[] } = {}): TestMachine {
  const present = new Set(files)
  const said: string[] = []
  const ran: string[] = []
  return {
    files: present,
    said,
    ran,
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    uid: 1000,
    playwrightPath: '/cache/chromium/chrome',
    exists: path => present.has(path),
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

  it('passes over a browser that does not start', async () => {
    const run = async (command: string): Promise<boolean> => command !== '/usr/bin/google-chrome'
    expect(await findBrowser(machine({ files: ['/usr/bin/google-chrome', '/usr/bin/chromium'], run })))
      .toBe('/usr/bin/chromium')
  })

  it('never starts a browser to try it on Windows, where that opens a window', async () => {
    const path = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const windows = machine({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' }, files: [path], uid: undefined })
    expect(await findBrowser(windows)).toBe(path)
    expect(windows.ran).toEqual([])
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
      run: async (command, args) => {
        if (isDownload(args))
          debian.files.add('/cache/chromium/chrome')
        if (args.includes('--yes'))
          debian.files.add('/usr/bin/chromium')
        return command !== '/cache/chromium/chrome'
      },
    })
    expect(await findBrowser(debian)).toBe('/usr/bin/chromium')
  })
})

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
