import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import lectern from '../../setup/lectern'
import { root, run } from 'slidev-addon-lectern/node'
import { serveDist, type Site } from '../../lectern/site/serve'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { headlineOf, settled, slides, watchForTrouble } from './deck'
import { open, trailOf } from './deck'

/** Where this site says it is. */
const ADDRESS = 'https://example.org/talks/deck/'
const BASE = '/talks/deck/'

let dist: string
let site: Site
test.beforeAll(async () => {
  test.setTimeout(300_000)
  dist = await mkdtemp(join(tmpdir(), 'base-'))
  const { code, output } = await run(process.execPath, ['lectern/bin/lectern.mjs', 'build', '--site', ADDRESS, '--out', dist], { cwd: root })
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
  await expect(page.getByText('People ask me which of the two wins.')).toBeVisible()

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

test('two copies of the deck at one origin do not hear each other', async ({ baseURL, context }) => {
  const host = createServer(({ url = '/' }, response) => {
    const copy = url.startsWith(BASE) ? new URL(site.url).origin : baseURL
    void fetch(copy + url).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type')! })
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
  }).listen(0, '127.0.0.1')
  await once(host, 'listening')
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`

  const [wall, desk, otherDesk, tab] = [await context.newPage(), await context.newPage(), await context.newPage(), await context.newPage()]
  const trail = trailOf(wall)
  await open(wall, `${origin}/`)
  await open(desk, `${origin}/presenter/1`)
  await open(otherDesk, `${origin}${BASE}presenter/1`)
  await otherDesk.keyboard.press('ArrowDown')
  await expect(otherDesk).toHaveURL(`${origin}${BASE}presenter/both`)
  await open(tab, `${origin}${BASE}`)
  await expect(tab).toHaveURL(`${origin}${BASE}both`)
  trail.length = 0
  await desk.keyboard.press('ArrowDown')
  await expect(wall).toHaveURL(`${origin}/both`)
  await desk.keyboard.press('ArrowDown')
  await expect(wall).toHaveURL(`${origin}/contents`)
  expect(trail).toEqual(['/both', '/contents'])
  await expect(tab).toHaveURL(`${origin}${BASE}both`)
  host.close()
  host.closeAllConnections()
})

test('it names its pages by whole addresses', async () => {
  const html = await readFile(join(dist, 'safety/index.html'), 'utf8')
  expect(html).toContain(`<link rel="canonical" href="${ADDRESS}safety/">`)
  expect(html).toContain(`<meta property="og:image" content="${ADDRESS}cards/safety.jpg">`)
  const listed = (await readFile(join(dist, 'sitemap.txt'), 'utf8')).trim().split('\n')
  expect(listed).toHaveLength(2 + Object.keys(lectern.pages!).length + slides.length)
  expect(listed.filter(address => !address.startsWith(ADDRESS))).toEqual([])
  expect(await readdir(join(dist, 'cards'))).toHaveLength(slides.length)
})
