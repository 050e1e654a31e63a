import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root, run } from '../../scripts/run'
import { serveDist, type Site } from '../../scripts/serve'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { headlineOf, settled, slides, watchForTrouble } from './deck'

/** Where this site says it is. */
const ADDRESS = 'https://example.org/talks/deck/'

let dist: string
let site: Site
test.beforeAll(async () => {
  test.setTimeout(300_000)
  dist = await mkdtemp(join(tmpdir(), 'base-'))
  const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--site', ADDRESS, '--out', dist], { cwd: root })
  expect(code, output).toBe(0)
  site = await serveDist(0, dist)
})
test.afterAll(async () => {
  site.close()
  await rm(dist, { recursive: true })
})

test('a site below a path is whole there, and asks for nothing outside it', async ({ page }) => {
  expect(site.url).toMatch(/\/talks\/deck$/)
  const trouble = watchForTrouble(page, new URL(site.url).origin)
  page.on('request', request => !request.url().startsWith(`${site.url}/`) && trouble.push(`outside the site: ${request.url()}`))

  await page.goto(`${site.url}/`)
  await settled(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1, name: headlineOf(slides[1]!) })).toBeVisible()
  await expect(page).toHaveURL(`${site.url}/both`)

  await page.goto(`${site.url}/safety-voices/?quote=taylor-thomas`)
  await expect(page.getByRole('blockquote')).toContainText(quotations.find(({ order }) => order === 8)!.text)

  await page.goto(`${site.url}/presenter/2`)
  await expect(page.getByText('People like to ask which of the two wins.')).toBeVisible()

  await page.goto(`${site.url}/read/`)
  await page.getByRole('link', { name: 'Open as slide 5', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: headlineOf(slides[4]!) })).toBeVisible()
  await page.goto(`${site.url}/quotes/`)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('Dropbox')
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
  // Leaving a page gives up what it was still fetching.
  expect(trouble.filter(line => !line.startsWith('request failed'))).toEqual([])
})

test('it names its pages by whole addresses', async () => {
  const html = await readFile(join(dist, 'safety/index.html'), 'utf8')
  expect(html).toContain(`<link rel="canonical" href="${ADDRESS}safety/">`)
  expect(html).toContain(`<meta property="og:image" content="${ADDRESS}cards/safety.jpg">`)
  const listed = (await readFile(join(dist, 'sitemap.txt'), 'utf8')).trim().split('\n')
  expect(listed).toHaveLength(1 + 3 + slides.length)
  expect(listed.filter(address => !address.startsWith(ADDRESS))).toEqual([])
  expect(await readdir(join(dist, 'cards'))).toHaveLength(slides.length)
})
