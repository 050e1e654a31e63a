import { describe, expect, it } from 'vitest'
import { findOffice, officePaths } from '../export/office'

const machine = (paths: string[], more: { uid?: number, installs?: string } = {}) => {
  const there = new Set(paths)
  const lines: string[] = []
  const ran: string[] = []
  return {
    platform: 'linux' as const,
    env: { PATH: '/usr/bin:/opt/bin' },
    uid: more.uid ?? 1000,
    exists: (path: string) => there.has(path),
    run: (command: string, args: readonly string[]) => {
      ran.push([command, ...args].join(' '))
      if (args.includes('install') && more.installs)
        there.add(more.installs)
      return Promise.resolve(command !== 'sudo')
    },
    say: (line: string) => void lines.push(line),
    lines,
    ran,
  }
}

describe('findOffice', () => {
  it('takes the one in the path', async () => {
    expect(await findOffice(machine(['/opt/bin/soffice']))).toBe('/opt/bin/soffice')
  })

  it('installs Debian’s package where it may', async () => {
    const debian = machine(['/usr/bin/apt-get'], { uid: 0, installs: '/usr/bin/soffice' })
    expect(await findOffice(debian)).toBe('/usr/bin/soffice')
    expect(debian.ran.at(-1)).toContain('install --yes --no-install-recommends libreoffice-impress')
  })

  it('installs nothing without the right, and says that nothing was checked', async () => {
    const debian = machine(['/usr/bin/apt-get'])
    expect(await findOffice(debian)).toBeUndefined()
    expect(debian.ran).toEqual(['sudo -n true'])
    expect(debian.lines).toEqual([expect.stringContaining('NOT checked')])
  })

  it('knows where other systems keep it', () => {
    expect(officePaths({ platform: 'darwin', env: {} })).toEqual(['/Applications/LibreOffice.app/Contents/MacOS/soffice'])
    expect(officePaths({ platform: 'win32', env: { PROGRAMFILES: 'C:\\P' } })).toEqual(['C:\\P\\LibreOffice\\program\\soffice.exe'])
  })
})
