import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { findBrowser, root, run } from 'slidev-addon-lectern/node'
import { npmCommand } from '../../scripts/setup.mjs'
import { runExport, runExportWithBuild, startExport } from './exported'

test.describe.configure({ timeout: 120_000 })

let place: string
test.beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'failures-'))
})
test.afterEach(() => rm(place, { recursive: true, force: true }))

const faulty = (fault: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'tests/export/faults.mjs')).href}`,
  FAULT: fault,
})

/** Sees one line that says what is wrong, and nothing left of the export. */
async function expectFailure({ code, output }: { code: number | null, output: string }, line: RegExp, left: string[] = []): Promise<void> {
  expect(code, output).toBe(1)
  expect(output.trim().split('\n').filter(text => text.startsWith('export: '))).toEqual([expect.stringMatching(line)])
  expect(output.trim().split('\n').at(-1)).toMatch(line)
  expect(output).not.toContain('    at ')
  expect(await readdir(place)).toEqual(left)
}

test.describe('ends in one line and leaves nothing', () => {
  const cases = [
    { mistake: 'an unknown name', args: ['brochure'], line: /there is no “brochure” to export; there are slides, steps,/ },
    { mistake: 'an unknown option', args: ['--colour'], line: /--colour/ },
    { mistake: 'slides that are not there', args: ['--range', '999'], line: /--range must stay within the slides 1 to \d+, not “999”/ },
    { mistake: 'a range that is none', args: ['--range', '2..5'], line: /--range .*“2\.\.5”/ },
    { mistake: 'a range from high to low', args: ['--range', '5-3'], line: /--range must name the lower number first: 3-5, not “5-3”/ },
    { mistake: 'a browser that is not there', args: ['slides'], env: { DECK_BROWSER: '/no/browser' }, line: /DECK_BROWSER .*\/no\/browser/ },
    { mistake: 'a browser that is none', args: ['slides'], env: { DECK_BROWSER: process.execPath }, line: /the browser at “.*” does not start: .*bad option/ },
    { mistake: 'a machine without fonts', args: ['slides'], env: { FONTCONFIG_FILE: join(root, 'tests/export/no-fonts.conf') }, line: /the browser finds no font on this machine/ },
    { mistake: 'no free port', args: ['slides', '--range', '2'], env: faulty('no free port'), line: /this machine has no free port/ },
    { mistake: 'a full disk', args: ['slides', 'notes', '--range', '2'], env: faulty('full disk'), line: /no space is left for “.*files”/ },
  ]
  for (const { args, env, line, mistake } of cases) {
    test(mistake, async () => {
      await expectFailure(await runExport([...args, '--output', join(place, 'files')], env), line)
    })
  }

  test('a disk that is really full', async () => {
    const disk = join(place, 'files')
    await mkdir(disk)
    const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
    try {
      // Without the right to mount, the same from inside.
      const env = code === 0 ? {} : faulty('full disk')
      await expectFailure(await runExport(['slides', '--range', '1-9', '--output', disk], env), /no space is left for “.*files”/, ['files'])
      expect(await readdir(disk)).toEqual([])
    }
    finally {
      if (code === 0)
        await run('umount', [disk])
    }
  })

  test('a file where the folder should be', async () => {
    await writeFile(join(place, 'files'), 'mine')
    await expectFailure(await runExport(['notes', '--output', join(place, 'files')]), /cannot write to “.*files”/, ['files'])
    expect(await readFile(join(place, 'files'), 'utf8')).toBe('mine')
  })

  test('a folder that cannot be written', async () => {
    // Modes do not hold root back, but nobody can make a folder in /sys.
    const isRoot = process.getuid?.() === 0
    const folder = isRoot ? '/sys/files' : join(place, 'locked/files')
    if (!isRoot) {
      await mkdir(join(place, 'locked'))
      await chmod(join(place, 'locked'), 0o555)
    }
    const left = await readdir(place)
    await expectFailure(await runExport(['notes', '--output', folder]), /cannot write to “.*files” \(E[A-Z]+: /, left)
  })

  test('a folder whose parent is read-only', async () => {
    const disk = join(place, 'disk')
    await mkdir(disk)
    const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk])
    // Without the right to mount, the same from inside.
    const env = code === 0 ? {} : { ...faulty('read-only folder'), FAULT_FOLDER: disk }
    try {
      await expectFailure(await runExport(['notes', '--output', join(disk, 'files')], env), /cannot write to “.*files” \(EROFS: /, ['disk'])
    }
    finally {
      if (code === 0)
        await run('umount', [disk])
    }
  })

  for (const { lines, reason } of [
    { reason: 'that does not start', lines: ['echo "no display here" >&2', 'exit 1'] },
    { reason: 'that hangs', lines: ['echo "no display here" >&2', 'sleep 300'] },
  ]) {
    test(`a browser ${reason}, before anything is built`, async () => {
      const browser = join(place, 'browser')
      await writeFile(browser, ['#!/bin/sh', ...lines].join('\n'))
      await chmod(browser, 0o755)
      const result = await runExportWithBuild(['slides', '--output', join(place, 'files')], { DECK_BROWSER: browser })
      expect(result.output).not.toContain('Building')
      await expectFailure(result, /the browser at “.*” .*: no display here/, ['browser'])
    })
  }
})

test.describe('deletes nothing that it did not write', () => {
  const args = (): string[] => ['images', 'notes', '--range', '2', '--output', place]

  test('pictures of somebody’s own stay in the folder of images', async () => {
    const folder = join(place, 'images-slides-2')
    await mkdir(folder)
    await writeFile(join(folder, '2023-holiday.png'), 'mine')
    await writeFile(join(folder, '10.png'), 'mine')
    for (let count = 0; count < 2; count += 1) {
      const { code, output } = await runExport(args())
      expect(code, output).toBe(0)
      expect((await readdir(folder)).sort()).toEqual(['02-both.png', '10.png', '2023-holiday.png'])
    }
    expect(await readFile(join(folder, '2023-holiday.png'), 'utf8')).toBe('mine')
    expect(await readFile(join(folder, '10.png'), 'utf8')).toBe('mine')
  })

  test('a file of the same name is named before any work, and stays', async () => {
    await writeFile(join(place, 'better-together-notes-slides-2.md'), 'mine')
    const result = await runExport(args())
    await expectFailure(result, /“.*notes-slides-2\.md” is in the way: no run is known to have written it; move or delete it first/, ['better-together-notes-slides-2.md'])
    expect(result.output).not.toContain('Making')
    expect(await readFile(join(place, 'better-together-notes-slides-2.md'), 'utf8')).toBe('mine')
  })

  test('a file that was corrected by hand stays', async () => {
    const notes = ['notes', '--output', place]
    expect((await runExport(notes)).code).toBe(0)
    await writeFile(join(place, 'better-together-notes.md'), 'corrected')
    const { code, output } = await runExport(notes)
    expect(code).toBe(1)
    expect(output).toMatch(/export: “.*notes\.md” was changed since it was written; move or delete it first\n$/)
    expect(await readFile(join(place, 'better-together-notes.md'), 'utf8')).toBe('corrected')
  })
})

test('a site that cannot be changed is left as it is, which is said, and the files are made all the same', async () => {
  const dist = join(root, 'dist')
  const { code, output } = await runExport(['slides', '--output', place], { ...faulty('read-only folder'), FAULT_FOLDER: dist })
  expect(code, output).toBe(0)
  expect(output).toContain('The site was not given better-together.pdf: cannot write to “dist” (EROFS: ')
  expect(await readdir(place)).toContain('better-together.pdf')
})

test.describe('disturbed while it works, it leaves no file and no browser', () => {
  /** Starts an export with a browser whose process can be found, and disturbs it once the browser is at work. */
  async function disturbed(args: readonly string[], disturb: (browser: number, own: number) => void, start = startExport) {
    const wrapper = join(place, 'browser')
    const note = join(place, 'pid')
    await writeFile(wrapper, `#!/bin/sh
echo $$ > '${note}'
exec '${await findBrowser()}' "$@"
`)
    await chmod(wrapper, 0o755)
    const child = start(['slides', ...args, '--output', join(place, 'files')], { DECK_BROWSER: wrapper })
    let output = ''
    let browser = 0
    const collect = (text: string): void => {
      output += text
      if (browser === 0 && output.includes('Making the slides')) {
        // The line comes once the browser has started, so it has left its number.
        browser = Number(readFileSync(note, 'utf8'))
        disturb(browser, child.pid!)
      }
    }
    child.stdout!.setEncoding('utf8').on('data', collect)
    child.stderr!.setEncoding('utf8').on('data', collect)
    const code = await new Promise<number | null>(resolve => child.once('close', resolve))
    expect(browser, output).toBeGreaterThan(0)
    await expect.poll(() => isAlive(browser)).toBe(false)
    await rm(wrapper)
    await rm(note)
    return { code, output }
  }

  test('by Ctrl-C', async () => {
    const { code, output } = await disturbed([], (_, own) => process.kill(own, 'SIGINT'))
    expect(code).toBe(130)
    expect(output).not.toContain('    at ')
    expect(existsSync(join(place, 'files'))).toBe(false)
  })

  for (const { code, line, signal } of [
    { signal: 'SIGTERM', code: 143, line: 'export: it was told to end (SIGTERM)' },
    { signal: 'SIGHUP', code: 129, line: 'export: its terminal was closed (SIGHUP)' },
  ] as const) {
    test(`by ${signal}`, async () => {
      const result = await disturbed([], (_, own) => process.kill(own, signal))
      expect(result.code).toBe(code)
      expect(result.output.trim().split('\n').at(-1)).toBe(line)
      expect(existsSync(join(place, 'files'))).toBe(false)
    })
  }

  test('by the end of the npm that runs it', async () => {
    const { output } = await disturbed([], (_, npm) => process.kill(npm, 'SIGTERM'), startWithNpm)
    expect(output).toContain('export: npm has ended')
    expect(existsSync(join(place, 'files'))).toBe(false)
  })

  test('by being killed, but for what the next run clears', async () => {
    const { code } = await disturbed([], (_, own) => process.kill(own, 'SIGKILL'))
    expect(code).toBe(null)
    expect(await readdir(join(place, 'files'))).toEqual([expect.stringMatching(/^\.staged-/)])
    await mkdir(join(place, 'files/.staged-mine'))
    expect((await runExport(['notes', '--output', join(place, 'files')])).code).toBe(0)
    expect((await readdir(join(place, 'files'))).sort()).toEqual(['.lectern.json', '.staged-mine', 'better-together-notes.md'])
  })

  test('by a browser that crashes', async () => {
    await expectFailure(await disturbed([], browser => process.kill(browser, 'SIGKILL')), /the browser crashed/)
  })

  test('by a browser that hangs', async () => {
    const result = await disturbed(['--timeout', '3'], browser => process.kill(browser, 'SIGSTOP'))
    await expectFailure(result, /making the slides took more than 3 s; if the machine is slow, raise --timeout/)
  })
})

/** Begins an export as a user does. */
function startWithNpm(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const { args: first, command, shell } = npmCommand(process.env.npm_execpath)
  return spawn(command, [...first, 'run', 'export', '--', '--no-build', ...args], { cwd: root, shell, env: { ...process.env, ...env } })
}

/** A process that has ended but that nobody has waited for is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  }
  catch {
    return false
  }
}
