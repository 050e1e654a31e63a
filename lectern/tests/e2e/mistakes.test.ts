import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DevServer } from './support/devServer'
import { open } from './support/pages'
import { deckFolder, expectAt } from './support/trial'

const HERE = { alias: 'table', step: 2 }

test('a mistake in the source is told in the window, and mended leaves it at its slide and step', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(join(deckFolder, '../.mistakes-'))
  await cp(deckFolder, folder, { recursive: true, filter: path => !path.startsWith(join(deckFolder, 'dist')) })
  // Saved again where nobody noticed: a watcher that has just started misses an edit, and takes two within a moment for one.
  const edit = (file: string, text: string, noticed: () => Promise<void>) => expect(async () => {
    await writeFile(file, text)
    await noticed()
  }).toPass({ timeout: 60_000 })
  const server = new DevServer(folder)
  try {
    await server.start()
    await open(page, `${server.address()}/table?clicks=2`, 60_000)
    await expectAt(HERE, page)
    const overlay = page.locator('vite-error-overlay')
    for (const { file, from, to, told } of [
      { file: 'slides.md', from: 'cuts: [10, 20, 30]', to: 'cuts: [10, 20, 30', told: /slides\.md:\d+, frontmatter: Flow sequence/ },
      { file: 'slides.md', from: 'title: A deck', to: 'title: "A deck', told: /slides\.md:\d+, frontmatter: Missing closing "quote/ },
      { file: 'slides.md', from: 'routeAlias: table', to: 'routeAlias: second', told: /slides\.md, slide \d+ \(second\), routeAlias: second belongs to slide 2 already/ },
      { file: 'setup/lectern.ts', from: 'chapters:', to: 'chapter:', told: /setup\/lectern\.ts:\d+, chapter: expected one of name,/ },
    ] as const) {
      const source = join(folder, file)
      const before = await readFile(source, 'utf8')
      const wrong = before.replace(from, to)
      expect(wrong).not.toBe(before)
      await edit(source, wrong, () => expect(overlay.locator('.message')).toHaveText(told))
      await edit(source, before, () => expect(overlay).toHaveCount(0))
      await expect(page.getByRole('heading', { level: 1, name: 'A table comes row by row' })).toBeVisible({ timeout: 20_000 })
      await expectAt(HERE, page)
    }
  }
  finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
})
