import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { findBrowser } from '../../scripts/browser'
import { root, run } from '../../scripts/run'
import { runExport, startExport } from './exported'

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
    { mistake: 'a range that is none', args: ['--range', '5-2'], line: /--range .*“5-2”/ },
    { mistake: 'a browser that is not there', args: ['slides'], env: { DECK_BROWSER: '/no/browser' }, line: /DECK_BROWSER .*\/no\/browser/ },
    { mistake: 'a browser that is none', args: ['slides'], env: { DECK_BROWSER: process.execPath }, line: /the browser at “.*” does not start/ },
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
    await expectFailure(await runExport(['notes', '--output', folder]), /cannot write to “.*files” \(E[A-Z]+\)/, left)
  })

  test('a picture of somebody’s own in the folder of images', async () => {
    await mkdir(join(place, 'images'))
    await writeFile(join(place, 'images/holiday.png'), '')
    await expectFailure(await runExport(['images', '--output', place]), /would be replaced, but holds “holiday\.png”/, ['images'])
  })
})

test.describe('disturbed while it works, it leaves no file and no browser', () => {
  /** Starts an export with a browser whose process can be found, and disturbs it once the browser is at work. */
  async function disturbed(args: readonly string[], disturb: (browser: number, own: number) => void) {
    const wrapper = join(place, 'browser')
    const note = join(place, 'pid')
    await writeFile(wrapper, `#!/bin/sh
case "$*" in *--version*) ;; *) echo $$ > '${note}' ;; esac
exec '${await findBrowser()}' "$@"
`)
    await chmod(wrapper, 0o755)
    const child = startExport(['slides', ...args, '--output', join(place, 'files')], { DECK_BROWSER: wrapper })
    let output = ''
    let browser = 0
    const collect = (chunk: Buffer): void => {
      output += String(chunk)
      if (browser === 0 && output.includes('Making the slides')) {
        // The line comes once the browser has started, so it has left its number.
        browser = Number(readFileSync(note, 'utf8'))
        disturb(browser, child.pid!)
      }
    }
    child.stdout!.on('data', collect)
    child.stderr!.on('data', collect)
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

  test('by a browser that crashes', async () => {
    await expectFailure(await disturbed([], browser => process.kill(browser, 'SIGKILL')), /the browser crashed/)
  })

  test('by a browser that hangs', async () => {
    const result = await disturbed(['--timeout', '3'], browser => process.kill(browser, 'SIGSTOP'))
    await expectFailure(result, /making the slides took more than 3 s; if the machine is slow, raise --timeout/)
  })
})

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
