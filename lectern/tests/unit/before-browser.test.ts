import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from '../../cli/run'

const bin = fileURLToPath(new URL('../../bin/lectern.mjs', import.meta.url))

// A browser that is not there is what all of these would fail at next.
it.each([
  [['build', '--cut', '15'], '# One', 'build: --cut must be minutes that slides.md names in its cuts (10), not “15”\n'],
  [['build'], '---\nrouteAlias: one\n---\n\n# Two', 'build: slides.md, slide 2 (one), routeAlias: one belongs to slide 1 already\n'],
  [['build', '--out', 'mine'], '# One', 'build: “mine” holds a site that no build is known to have written; delete or move it, or choose another folder with --out\n'],
  [['export', 'slides'], '---\nrouteAlias: one\n---\n\n# Two', 'export: slides.md, slide 2 (one), routeAlias: one belongs to slide 1 already\n'],
])('%j is refused before a browser is started, and leaves nothing', async (args, rest, line) => {
  const folder = await mkdtemp(join(tmpdir(), 'deck-'))
  await mkdir(join(folder, 'mine'))
  await writeFile(join(folder, 'mine/index.html'), 'mine')
  await writeFile(join(folder, 'slides.md'), `---\nrouteAlias: one\ncuts: [10]\n---\n\n# One\n\n${rest}\n`)
  const { code, output } = await run(process.execPath, [bin, ...args], { cwd: folder, env: { ...process.env, DECK_BROWSER: join(folder, 'none'), SOURCE_DATE_EPOCH: '1700000000' } })
  expect({ code, output }).toEqual({ code: 1, output: line })
  expect(await readdir(folder)).toEqual(['mine', 'slides.md'])
  expect(await readdir(join(folder, 'mine'))).toEqual(['index.html'])
  await rm(folder, { recursive: true })
})
