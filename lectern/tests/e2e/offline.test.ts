import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { withDownloads } from '../../export/downloads'
import { serveDist, type Site } from '../../site/serve'
import { writeWorker } from '../../site/worker'
import { headlineOf, settled, visitAndKeep } from './support/pages'
import { deck, deckFolder, slides } from './support/trial'

test.use({ serviceWorkers: 'allow' })

/* These tests end their server, so each has one of its own. */
let site: Site
let dist: string
test.beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'site-'))
  await cp(join(deckFolder, 'dist'), dist, { recursive: true })
  await mkdir(join(dist, 'downloads'), { recursive: true })
  await writeFile(join(dist, 'downloads/some.pdf'), '%PDF-1.7')
  site = await serveDist(0, dist)
})
test.afterEach(async () => {
  site.close()
  await rm(dist, { recursive: true })
})

const visit = (page: Page): Promise<void> => visitAndKeep(page, site.url)

test('after one visit, everything works without its server', async ({ page }) => {
  test.setTimeout(90_000)
  await visit(page)
  site.close()
  for (const slide of slides) {
    await page.goto(`${site.url}/${slide.alias}`)
    await expect(page.getByRole('heading', { level: 1, name: headlineOf(slide) })).toBeVisible()
  }
  await page.goto(`${site.url}/presenter/2`)
  await expect(page.getByText('This one is passed quickly')).toBeVisible()
  await page.goto(`${site.url}/overview`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(slides.length)
  await page.goto(`${site.url}/read/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const address of ['/glossary/', '/table']) {
    await page.goto(`${site.url}${address}`)
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible()
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill('periwinkle')
    await expect(page.getByRole('dialog').getByRole('link', { name: 'periwinkle' }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('n')
  await expect(page.getByRole('complementary', { name: 'Narration' })).toBeVisible()
})

for (const address of ['/read', '/glossary', '/glossary?from=mail']) {
  test(`without its server, ${address} is the page, though its last slash is missing`, async ({ page }) => {
    await visit(page)
    const { pathname } = new URL(address, site.url)
    await page.goto(`${site.url}${pathname}/`)
    const title = await page.title()
    site.close()
    await page.goto(`${site.url}${address}`)
    await expect(page).toHaveTitle(title)
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible()
  })
}

test('without its server, an address that is unknown says so, and what was not kept does not', async ({ page }) => {
  await visit(page)
  site.close()
  for (const address of ['/nope', '/99', '/404.html', '/no/such/page?from=mail']) {
    await page.goto(`${site.url}${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`There is nothing at ${address.replace(/\?.*/, '')}`)
    await expect(page).toHaveURL(`${site.url}${address}`)
  }
  for (const address of ['/cards/cover.jpg', '/downloads/some.pdf'])
    await expect(page.goto(`${site.url}${address}`)).rejects.toThrow()
})

test('a download is there again once it was opened', async ({ page }) => {
  await visit(page)
  await page.reload()
  const get = (): Promise<number> => page.evaluate(async () => (await (await fetch('/downloads/some.pdf')).arrayBuffer()).byteLength)
  expect(await get()).toBe(8)
  site.close()
  expect(await get()).toBe(8)
})

for (const address of ['/read/', '/table']) {
  test(`a link to a download on ${address} saves it again without a server, and says so where it was never opened`, async ({ page }) => {
    await writeFile(join(dist, 'downloads/other.pdf'), '%PDF-1.7 other')
    for (const name of ['read/index.html', 'app.html']) {
      const offered = withDownloads(await readFile(join(dist, name), 'utf8'), [{ file: 'some.pdf', title: 'Some PDF, 1 page' }, { file: 'other.pdf', title: 'Other PDF, 1 page' }], '/')
      await writeFile(join(dist, name), offered)
    }
    await writeWorker(dist, deck)
    await visit(page)
    await page.goto(`${site.url}${address}`)
    const link = (name: string) => page.locator(`a[download][href$='/${name}.pdf']`)
    const save = async () => {
      const saving = page.waitForEvent('download')
      await link('some').press('Enter')
      const saved = await saving
      expect(saved.suggestedFilename()).toBe('some.pdf')
      expect(await readFile(await saved.path(), 'utf8')).toBe('%PDF-1.7')
    }
    await save()
    site.close()
    await save()
    await link('other').press('Enter')
    await expect(link('other')).toContainText('Could not be fetched')
    await expect(page.getByRole('status').filter({ hasText: 'Could not be fetched' })).toHaveCount(1)
    await expect(link('other')).toContainText('Other PDF')
  })
}

test('a new version waits until it is taken', async ({ page }) => {
  await visit(page)
  const index = join(dist, 'cover/index.html')
  await writeFile(join(dist, 'index.html'), (await readFile(join(dist, 'index.html'), 'utf8')).replace('</title>', ' II</title>'))
  await writeFile(index, (await readFile(index, 'utf8')).replace('</title>', ' II</title>'))
  await writeWorker(dist, deck)
  await page.goto(`${site.url}/`)
  await settled(page)
  await expect(page.getByText('A new version is ready')).toBeVisible()
  // Asking meanwhile would keep the former worker busy, and the new one waits until it has nothing left to do.
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Reload' }).click()
  await reloaded
  expect(await page.evaluate(async () => (await fetch('/index.html')).text())).toContain(' II</title>')
  await settled(page)
  await expect(page.getByText('A new version is ready')).toBeHidden()
})

test('addresses of other sites on the same host are left to them', async ({ page }) => {
  await mkdir(join(dist, 'other'))
  await writeFile(join(dist, 'other/index.html'), '<!DOCTYPE html><title>Another site</title>')
  site.close()
  site = await serveDist(Number(new URL(site.url).port), dist)
  await visit(page)
  await page.goto(`${site.url}/other/`)
  await expect(page).toHaveTitle('Another site')
  await page.goto(`${site.url}/other`)
  await expect(page).toHaveTitle('Another site')
})

test('never in the middle of a talk', async ({ page }) => {
  await visit(page)
  await writeFile(join(dist, 'app.html'), `${await readFile(join(dist, 'app.html'), 'utf8')}\n`)
  await writeWorker(dist, deck)
  await page.goto(`${site.url}/presenter/1`)
  await expect(page.getByText(slides[0]!.note.slice(0, 40))).toBeVisible()
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    while (!registration.waiting)
      await new Promise(resolve => setTimeout(resolve, 50))
  })
  await expect(page.getByText('A new version is ready')).toBeHidden()
})

test('a worker that cannot be had leaves a working deck', async ({ page }) => {
  await writeFile(join(dist, 'sw.js'), 'throw new Error("broken")')
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(`${site.url}/`)
  await settled(page)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1, name: headlineOf(slides[1]!) })).toBeVisible()
  expect(errors).toEqual([])
})

test('a file that is missing while the worker fetches all leaves a working deck, and the next visit keeps it', async ({ page }) => {
  const missing = join(dist, 'favicon.svg')
  expect(await readFile(join(dist, 'sw.js'), 'utf8')).toContain('favicon.svg')
  const content = await readFile(missing)
  await rm(missing)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.addInitScript(() => {
    const register = navigator.serviceWorker.register.bind(navigator.serviceWorker)
    navigator.serviceWorker.register = async (...options) => {
      const registration = await register(...options)
      registration.installing?.addEventListener('statechange', ({ target }) => document.documentElement.dataset.worker = (target as ServiceWorker).state)
      return registration
    }
  })
  await page.goto(`${site.url}/`)
  await expect(page.locator('html[data-worker=redundant]')).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { level: 1, name: headlineOf(slides[1]!) })).toBeVisible()
  expect(errors).toEqual([])

  await writeFile(missing, content)
  await visit(page)
  site.close()
  await page.goto(`${site.url}/${slides[2]!.alias}`)
  await expect(page.getByRole('heading', { level: 1, name: headlineOf(slides[2]!) })).toBeVisible()
})
