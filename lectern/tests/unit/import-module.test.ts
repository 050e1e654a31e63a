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

it('a mistake in it is said in one line', async () => {
  expect(await exportNotes('export default { name: nothing.at.all }')).toMatch(/^export: .*nothing is not defined\n$/)
})
