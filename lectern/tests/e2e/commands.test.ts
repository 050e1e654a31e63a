import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { run } from '../../node'
import { PROGRAM } from './support/devServer'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deck-'))
  await mkdir(join(folder, 'setup'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'slides.md'), '# One\n')
  await writeFile(join(folder, 'setup/name.txt'), 'from-a-text')
})
test.afterEach(() => rm(folder, { recursive: true }))

/** Has the notes made, the one export that takes no browser. */
async function exportNotes(config: string): Promise<string> {
  await writeFile(join(folder, 'setup/lectern.ts'), config)
  return (await run(process.execPath, [PROGRAM, 'export', 'notes'], { cwd: folder })).output
}

for (const [what, config, name] of [
  ['TypeScript that Node reads', 'const name: string = \'from-types\'\nexport default { name }', 'from-types'],
  ['what Vite alone can import', 'import name from \'./name.txt?raw\'\nexport default { name }', 'from-a-text'],
] as const) {
  test(`a configuration may be ${what}`, async () => {
    expect(await exportNotes(config)).toContain(`${name}-notes.md`)
    expect(await readdir(join(folder, 'exports'))).toContain(`${name}-notes.md`)
  })
}

for (const [where, config, line] of [
  ['that is found as it runs', 'const a = 1\nexport default { name: nothing.at.all }', 'export: setup/lectern.ts:2, nothing is not defined\n'],
  ['that is no TypeScript', 'const a = 1\nexport default { name: }', 'export: setup/lectern.ts:2, Unexpected token\n'],
  ['that it throws', 'const a = 1\nthrow new Error(\'no year\\nat all\')', 'export: setup/lectern.ts:2, no year\n'],
  ['in what it calls', 'const a = 1\nexport default { name: new URL(\'nowhere\') }', 'export: setup/lectern.ts:2, Invalid URL\n'],
  ['in a package that is not there', 'import b from \'no-such-package\'\nexport default { name: b }', 'export: setup/lectern.ts:1, import: there is no “no-such-package”\n'],
  ['in a file of its own', 'import { a } from \'./broken\'\nexport default { name: a }', 'export: setup/broken.ts:2, Unexpected token\n'],
] as const) {
  test(`a mistake ${where} is said in one line, with its place`, async () => {
    await writeFile(join(folder, 'setup/broken.ts'), '\nexport const a = ;\n')
    expect(await exportNotes(config)).toBe(line)
  })
}

test('what a deck throws itself is said in its words', async () => {
  expect(await exportNotes('throw new Error(\'facts.ts, one, year: expected a number\')')).toBe('export: facts.ts, one, year: expected a number\n')
})

// A browser that is not there is what all of these would fail at next.
for (const [args, rest, line] of [
  [['build', '--cut', '15'], '# One', 'build: --cut must be minutes that slides.md names in its cuts (10), not “15”\n'],
  [['build'], '---\nrouteAlias: one\n---\n\n# Two', 'build: slides.md, slide 2 (one), routeAlias: one belongs to slide 1 already\n'],
  [['build', '--out', 'mine'], '# One', 'build: “mine” holds a site that no build is known to have written; delete or move it, or choose another folder with --out\n'],
  [['export', 'slides'], '---\nrouteAlias: one\n---\n\n# Two', 'export: slides.md, slide 2 (one), routeAlias: one belongs to slide 1 already\n'],
] as const) {
  test(`${args.join(' ')} is refused before a browser is started, and leaves nothing: ${line.trim()}`, async () => {
    const deck = await mkdtemp(join(tmpdir(), 'deck-'))
    await mkdir(join(deck, 'mine'))
    await writeFile(join(deck, 'mine/index.html'), 'mine')
    await writeFile(join(deck, 'slides.md'), `---\nrouteAlias: one\ncuts: [10]\n---\n\n# One\n\n${rest}\n`)
    const { code, output } = await run(process.execPath, [PROGRAM, ...args], { cwd: deck, env: { ...process.env, DECK_BROWSER: join(deck, 'none'), SOURCE_DATE_EPOCH: '1700000000' } })
    expect({ code, output }).toEqual({ code: 1, output: line })
    expect(await readdir(deck)).toEqual(['mine', 'slides.md'])
    expect(await readdir(join(deck, 'mine'))).toEqual(['index.html'])
    await rm(deck, { recursive: true })
  })
}
