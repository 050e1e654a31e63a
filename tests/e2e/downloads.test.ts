import { expect, test } from '@playwright/test'
import { openPrintPage } from '../../lectern/export/print-page'
import { openSlide, slides } from './deck'

test('files beside the site are offered by name, with their sizes', async ({ page }) => {
  await page.route('/cover', async (route) => {
    const response = await route.fetch()
    const link = '<link rel="alternate" type="application/pdf" href="/downloads/deck.pdf" title="Slides PDF, 52 pages, 460 kB">'
    await route.fulfill({ response, body: (await response.text()).replace('</head>', `${link}</head>`) })
  })
  await openSlide(page, 'cover')
  const file = page.getByRole('link', { name: 'Slides PDF' })
  await file.focus()
  await expect(file).toBeVisible()
  await expect(file).toHaveAttribute('href', /\/downloads\/deck\.pdf$/)
  await expect(file).toHaveAttribute('title', 'Slides PDF, 52 pages, 460 kB')
})

test('a site without files offers none', async ({ page }) => {
  await openSlide(page, 'cover')
  await expect(page.locator('nav a[download]')).toHaveCount(0)
})

test('a file made for a site leads from each page to its slide there', async ({ baseURL, page }) => {
  const query = new URLSearchParams({ print: 'true', range: '2-4', site: 'https://example.org/talk' })
  await openPrintPage(page, { url: baseURL! }, query, false)
  const links = page.locator('.story').getByRole('link')
  const aliases = slides.filter(({ no }) => no >= 2 && no <= 4).map(({ alias }) => `https://example.org/talk/${alias}`)
  expect(await links.evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href))).toEqual(aliases)
})
