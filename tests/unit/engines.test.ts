import { describe, expect, it } from 'vitest'
import { enginesOn, findEngines } from '../../scripts/engines'

const WEBKIT = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser']

const machine = (paths: string[], more: { uid?: number, installs?: Record<string, string[]>, platform?: NodeJS.Platform } = {}) => {
  const there = new Set(paths)
  const lines: string[] = []
  const ran: string[] = []
  return {
    platform: more.platform ?? 'linux',
    arch: 'x64',
    env: { PATH: '/opt/bin:/usr/bin' },
    uid: more.uid ?? 1000,
    exists: (path: string) => there.has(path),
    run: (command: string, args: readonly string[]) => {
      ran.push([command, ...args].join(' '))
      if (args.includes('install'))
        args.flatMap(name => more.installs?.[name] ?? []).forEach(path => there.add(path))
      return Promise.resolve(command !== 'sudo')
    },
    say: (line: string) => void lines.push(line),
    lines,
    ran,
  }
}

describe('findEngines', () => {
  it('takes what is there, and installs nothing then', async () => {
    const both = machine(['/opt/bin/firefox', ...WEBKIT, '/usr/bin/apt-get'], { uid: 0 })
    expect(await findEngines(both)).toEqual(['Firefox', 'WebKit'])
    expect(both.ran).toEqual([])
    expect(both.lines).toEqual([])
  })

  it('installs Debian’s packages where it may, each engine for itself', async () => {
    const ubuntu = machine(['/usr/bin/apt-get'], { uid: 0, installs: { 'webkit2gtk-driver': WEBKIT } })
    expect(await findEngines(ubuntu)).toEqual(['WebKit'])
    expect(ubuntu.ran.at(-1)).toBe('/usr/bin/apt-get install --yes --no-install-recommends webkit2gtk-driver xvfb')
    expect(ubuntu.lines.at(-1)).toMatch(/^NOT checked in Firefox: there are no firefox-esr/)
  })

  it('installs nothing without the right, and says in a line what was not checked', async () => {
    const debian = machine(['/usr/bin/apt-get', ...WEBKIT.slice(1)])
    expect(await findEngines(debian)).toEqual([])
    expect(debian.ran).toEqual(['sudo -n true'])
    expect(debian.lines).toEqual([expect.stringMatching(/^NOT checked in Firefox and WebKit: /)])
  })
})

it('WebKit’s test browser is on Linux only, Firefox also elsewhere', () => {
  const mac = machine([...WEBKIT, '/Applications/Firefox.app/Contents/MacOS/firefox'], { platform: 'darwin' })
  expect(enginesOn(mac)).toEqual({ Firefox: { browser: '/Applications/Firefox.app/Contents/MacOS/firefox' }, WebKit: undefined })
})
