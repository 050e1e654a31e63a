import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exported, runExport } from './exported'

test.describe.configure({ timeout: 300_000 })

test('a second run on the same commit makes the same files, to the byte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'again-'))
  try {
    const { code, output } = await runExport(['slides', 'steps', 'handout', 'notes', 'pptx', '--output', folder])
    expect(code, output).toBe(0)
    const names = [
      'better-together.pdf', 'better-together-steps.pdf', 'better-together-handout.pdf', 'better-together-notes.md', 'better-together.pptx',
    ]
    const differing: string[] = []
    for (const name of names) {
      if (!Buffer.from(await exported(name)).equals(await readFile(join(folder, name))))
        differing.push(name)
    }
    expect(differing).toEqual([])
  }
  finally {
    await rm(folder, { recursive: true })
  }
})
