import { posix, win32 } from 'node:path'
import { thisMachine, type Machine } from 'slidev-addon-lectern/node'

/** The programs in which the deck is tried beside Chromium. */
export interface Programs {
  Firefox: { browser: string }
  /** `display` is the X server that the browser draws on: it has no mode without one. */
  WebKit: { browser: string, driver: string, display: string }
}

export type EngineName = keyof Programs

/** What the search needs of the machine. */
export type Ground = Pick<Machine, 'platform' | 'env' | 'exists'> & { arch: string }

/** Of Debian; Ubuntu has no firefox-esr, and brings a Firefox of its own. */
const PACKAGES: Record<EngineName, readonly string[]> = {
  Firefox: ['firefox-esr'],
  WebKit: ['webkit2gtk-driver', 'xvfb'],
}

const inFolders = (folders: readonly string[], name: string): string[] => folders.map(folder => posix.join(folder, name))

function firefox({ env, exists, platform }: Ground): Programs['Firefox'] | undefined {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(folder => folder !== undefined)
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  const paths = platform === 'win32'
    ? roots.map(folder => win32.join(folder, 'Mozilla Firefox\\firefox.exe'))
    : platform === 'darwin'
      ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
      : [...inFolders(folders, 'firefox-esr'), ...inFolders(folders, 'firefox')]
  const browser = paths.find(exists)
  return browser === undefined ? undefined : { browser }
}

function webkit({ arch, env, exists, platform }: Ground): Programs['WebKit'] | undefined {
  if (platform !== 'linux')
    return undefined
  const folders = (env.PATH ?? '').split(':').filter(Boolean)
  const triplet = `${({ x64: 'x86_64', arm64: 'aarch64' } as Record<string, string>)[arch] ?? arch}-linux-gnu`
  const driver = inFolders(folders, 'WebKitWebDriver').find(exists)
  const display = inFolders(folders, 'Xvfb').find(exists)
  const browser = inFolders([`/usr/lib/${triplet}`, '/usr/libexec', '/usr/lib'], 'webkit2gtk-4.1/MiniBrowser').find(exists)
  return driver === undefined || display === undefined || browser === undefined ? undefined : { browser, driver, display }
}

/** The engines whose programs are on a machine. */
export function enginesOn(ground: Ground = { ...thisMachine(), arch: process.arch }): Partial<Programs> {
  return { Firefox: firefox(ground), WebKit: webkit(ground) }
}

/**
 * Finds Firefox and WebKit, or installs Debian’s packages where `apt-get` and the rights are there.
 * @returns those in which the deck can be tried; each other one has been named in a line
 */
export async function findEngines(
  machine: Ground & Pick<Machine, 'run' | 'say' | 'uid'> = { ...thisMachine(), arch: process.arch },
): Promise<EngineName[]> {
  const { exists, run, say, uid } = machine
  const names = Object.keys(PACKAGES) as EngineName[]
  const isThere = (name: EngineName): boolean => enginesOn(machine)[name] !== undefined
  const missing = names.filter(name => !isThere(name))
  const apt = '/usr/bin/apt-get'
  if (missing.length > 0 && exists(apt) && (uid === 0 || await run('sudo', ['-n', 'true']))) {
    const [command = apt, ...args] = [...uid === 0 ? [] : ['sudo', '-n'], apt]
    say(`No ${missing.join(' and no ')} found: installing Debian’s ${missing.flatMap(name => PACKAGES[name]).join(', ')} …`)
    await run(command, [...args, 'update'])
    // One after the other: where a package of one is unknown, the other can still be had.
    for (const name of missing)
      await run(command, [...args, 'install', '--yes', '--no-install-recommends', ...PACKAGES[name]])
  }
  const absent = names.filter(name => !isThere(name))
  if (absent.length > 0)
    say(`NOT checked in ${absent.join(' and ')}: there are no ${absent.flatMap(name => PACKAGES[name]).join(', ')} (Debian’s names), and none could be installed`)
  return names.filter(isThere)
}
