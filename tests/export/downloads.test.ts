import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from 'slidev-addon-lectern/node'
import { serveDist, type Site } from '../../lectern/site/serve'
import { exported } from './exported'
import { readPdf } from './read-pdf'

test.describe.configure({ timeout: 120_000 })

// A server of its own: the one of the other tests was there before the files.
let site: Site
test.beforeAll(async () => {
  site = await serveDist()
})
test.afterAll(() => site.close())

for (const { file, offer } of [
  { offer: 'Slides PDF', file: 'better-together.pdf' },
  { offer: 'Handout PDF', file: 'better-together-handout.pdf' },
]) {
  test(`the built site offers the ${offer} for download, with its size`, async ({ page }) => {
    await page.goto(`${site.url}/cover`)
    const link = page.getByRole('navigation').getByRole('link', { name: offer })
    await link.focus()
    await expect(link).toBeVisible()
    const bytes = Buffer.from(await exported(file))
    const { texts } = await readPdf(bytes)
    await expect(link).toHaveAttribute('title', `${offer}, ${texts.length} pages, ${Math.round(bytes.length / 1000)} kB`)

    const download = page.waitForEvent('download')
    await link.click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe(file)
    expect((await readFile(await saved.path())).equals(bytes)).toBe(true)
  })
}

test('every page of the site names them, once', async () => {
  const pages = (await readdir(join(root, 'dist'), { recursive: true })).filter(name => name.endsWith('.html'))
  expect(pages).toContain('index.html')
  for (const name of pages) {
    const html = await readFile(join(root, 'dist', name), 'utf8')
    expect(html.match(/<link rel="alternate" type="application\/pdf"/g), name).toHaveLength(2)
    if (html.includes('data-downloads'))
      expect(html.match(/<a href="[^"]*downloads\/[^"]*\.pdf" download>/g), name).toHaveLength(2)
  }
})
