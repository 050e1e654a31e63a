import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../cli/run'

const bin = fileURLToPath(new URL('../../bin/lectern.mjs', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deck-'))
  await mkdir(join(folder, 'setup'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'slides.md'), '# One\n')
  await writeFile(join(folder, 'setup/name.txt'), 'from-a-text')
})
afterEach(() => rm(folder, { recursive: true }))

/** Has the notes made, the one export that takes no browser. */
async function exportNotes(config: string): Promise<string> {
  await writeFile(join(folder, 'setup/lectern.ts'), config)
  return (await run(process.execPath, [bin, 'export', 'notes'], { cwd: folder })).output
}

it.each([
  ['TypeScript that Node reads', 'const name: string = \'from-types\'\nexport default { name }', 'from-types'],
  ['what Vite alone can import', 'import name from \'./name.txt?raw\'\nexport default { name }', 'from-a-text'],
])('a configuration may be %s', async (_, config, name) => {
  expect(await exportNotes(config)).toContain(`${name}-notes.md`)
  expect(await readdir(join(folder, 'exports'))).toContain(`${name}-notes.md`)
})

it.each([
  ['that is found as it runs', 'const a = 1\nexport default { name: nothing.at.all }', 'export: setup/lectern.ts:2, nothing is not defined\n'],
  ['that is no TypeScript', 'const a = 1\nexport default { name: }', 'export: setup/lectern.ts:2, Unexpected token\n'],
  ['that it throws', 'const a = 1\nthrow new Error(\'no year\\nat all\')', 'export: setup/lectern.ts:2, no year\n'],
  ['in what it calls', 'const a = 1\nexport default { name: new URL(\'nowhere\') }', 'export: setup/lectern.ts:2, Invalid URL\n'],
  ['in a package that is not there', 'import b from \'no-such-package\'\nexport default { name: b }', 'export: setup/lectern.ts:1, import: there is no “no-such-package”\n'],
  ['in a file of its own', 'import { a } from \'./broken\'\nexport default { name: a }', 'export: setup/broken.ts:2, Unexpected token\n'],
])('a mistake %s is said in one line, with its place', async (_, config, line) => {
  await writeFile(join(folder, 'setup/broken.ts'), '\nexport const a = ;\n')
  expect(await exportNotes(config)).toBe(line)
})

it('what a deck throws itself is said in its words', async () => {
  expect(await exportNotes('throw new Error(\'facts.ts, one, year: expected a number\')')).toBe('export: facts.ts, one, year: expected a number\n')
})
