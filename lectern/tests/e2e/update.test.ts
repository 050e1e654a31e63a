import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { serveDist, type Site } from '../../site/serve'
import { expectSlide, settled } from './support/pages'
import { deckFolder, slides } from './support/trial'

/* Without a service worker: on the first visit, and where a browser has none, nothing keeps the parts of a version. */

let folder: string
let site: Site
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'versions-'))
  site = await serveDist(0, join(deckFolder, 'dist'))
})
test.afterEach(async () => {
  site.close()
  await rm(folder, { recursive: true })
})

/** Puts another version of the site in the place of the first: none of its parts has a name that the first knew. */
async function publish(): Promise<void> {
  const dist = join(folder, 'II')
  await cp(join(deckFolder, 'dist'), dist, { recursive: true })
  const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const paths = files.map(({ name, parentPath }) => join(parentPath, name))
  const parts = new Map(paths.filter(path => /[\\/]assets[\\/].*-[\w-]{8}\.(js|css)$/.test(path))
    .map(path => [basename(path), basename(path).replace(/\.\w+$/, 'II$&')]))
  expect(parts.size).toBeGreaterThan(50)
  const names = new RegExp([...parts.keys()].join('|').replaceAll('.', '\\.'), 'g')
  for (const path of paths) {
    if (/\.(html|js|css)$/.test(path)) {
      const text = await readFile(path, 'utf8')
      await writeFile(path, text.replace(names, name => parts.get(name)!))
    }
    const name = parts.get(basename(path))
    if (name)
      await rename(path, join(dirname(path), name))
  }
  await serve(dist)
}

async function serve(dist: string): Promise<void> {
  site.close()
  site = await serveDist(Number(new URL(site.url).port), dist)
}

const searchButton = (page: Page) => page.getByRole('button', { name: 'Search' })

test('who turns slides gets each of them from the new version', async ({ page }) => {
  await page.goto(`${site.url}/`)
  await settled(page)
  await publish()
  for (const slide of slides.slice(1, 8)) {
    await page.keyboard.press('ArrowDown')
    await expectSlide(page, slide)
    await settled(page)
  }
  expect(await page.evaluate(() => document.querySelector('script[type=module]')!.getAttribute('src'))).toContain('II.js')
})

test('a jump keeps slide and step', async ({ page }) => {
  await page.goto(`${site.url}/`)
  await settled(page)
  await searchButton(page).click()
  const results = page.getByRole('dialog').getByRole('link')
  await page.getByRole('searchbox').fill('quandong')
  await expect(results.first()).toBeVisible()
  await publish()
  await results.filter({ has: page.locator('mark') }).first().click()
  await expect(page.getByText('At last the plums')).toBeVisible()
  await expect(page).toHaveURL(`${site.url}/table?clicks=3`)
})

test('a view of the slides opens too', async ({ page }) => {
  await page.goto(`${site.url}/contents`)
  await settled(page)
  await publish()
  await page.getByRole('button', { name: 'Presenter Mode' }).click()
  await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible()
  await expect(page).toHaveURL(`${site.url}/presenter/contents`)
})

for (const { address, name } of [{ address: '/contents', name: 'on slides' }, { address: '/read/', name: 'on pages' }]) {
  test(`what opens on request offers the new version, ${name}`, async ({ page }) => {
    await page.goto(site.url + address)
    await expect(searchButton(page)).toBeVisible()
    await publish()
    await searchButton(page).click()
    await expect(page.getByText('A new version is ready')).toBeVisible()
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByText('A new version is ready')).toBeHidden()
    await searchButton(page).click()
    await expect(page.getByRole('searchbox')).toBeVisible()
    await expect(page).toHaveURL(site.url + address)
  })
}

test('a connection that is lost for a moment loses no slide', async ({ page }) => {
  await page.goto(`${site.url}/`)
  await settled(page)
  await page.context().setOffline(true)
  const lost = slides[6]!
  for (let no = 1; no < lost.no; no += 1)
    await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(`${site.url}/${lost.alias}`)
  const alert = page.getByRole('alert')
  // The slides before it, lost as well, have faded out.
  await expect(alert).toHaveCount(1)
  await expect(alert).toContainText('This slide could not be fetched.')

  // While nothing answers, the window keeps the slides that it has.
  const asked = page.waitForEvent('requestfailed', request => request.url() === page.url())
  await page.getByRole('button', { name: 'Try again' }).click()
  await asked
  await expect(alert).toBeVisible()
  await page.context().setOffline(false)
  await expectSlide(page, lost)
  await expect(page).toHaveURL(`${site.url}/${lost.alias}`)
})
