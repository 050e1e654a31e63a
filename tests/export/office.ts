import { posix, win32 } from 'node:path'
import { thisMachine, type Machine } from 'slidev-addon-lectern/node'

/** Where LibreOffice is usually found, best first. */
export function officePaths({ env, platform }: Pick<Machine, 'platform' | 'env'>): string[] {
  const { join } = platform === 'win32' ? win32 : posix
  const folders = (env.PATH ?? env.Path ?? '').split(platform === 'win32' ? ';' : ':').filter(Boolean)
  const usual: Partial<Record<NodeJS.Platform, string[]>> = {
    darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
    win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(folder => folder !== undefined)
      .map(folder => join(folder, 'LibreOffice\\program\\soffice.exe')),
  }
  return [...folders.map(folder => join(folder, platform === 'win32' ? 'soffice.exe' : 'soffice')), ...usual[platform] ?? []]
}

/**
 * Finds LibreOffice, or installs Debian's package where `apt-get` and the rights are there.
 * @returns path of its executable; undefined where there is none, which has been said in a line
 */
export async function findOffice(machine: Omit<Machine, 'playwrightPath' | 'realPath' | 'start'> = thisMachine()): Promise<string | undefined> {
  const { exists, run, say, uid } = machine
  const find = (): string | undefined => officePaths(machine).find(exists)
  const present = find()
  if (present)
    return present

  const apt = '/usr/bin/apt-get'
  if (exists(apt) && (uid === 0 || await run('sudo', ['-n', 'true']))) {
    say('No LibreOffice found: installing Debian’s libreoffice-impress package …')
    const [command = apt, ...args] = [...uid === 0 ? [] : ['sudo', '-n'], apt]
    await run(command, [...args, 'update'])
    await run(command, [...args, 'install', '--yes', '--no-install-recommends', 'libreoffice-impress'])
  }
  const installed = find()
  if (!installed)
    say('There is no LibreOffice and none could be installed: how it opens the PowerPoint file was NOT checked')
  return installed
}
