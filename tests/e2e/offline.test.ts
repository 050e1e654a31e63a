import { expect, test } from '@playwright/test'
import { serveDist } from '../../lectern/site/serve'
import { headlineOf, settled, slides, visitAndKeep } from './deck'

test.use({ serviceWorkers: 'allow' })

test('after one visit, every slide and page works without its server', async ({ page }) => {
  test.setTimeout(90_000)
  const site = await serveDist(0)
  await visitAndKeep(page, site.url)
  site.close()
  for (const slide of slides) {
    await page.goto(`${site.url}/${slide.alias}`)
    await expect(page.getByRole('heading', { level: 1, name: headlineOf(slide) })).toBeVisible()
  }
  await page.goto(`${site.url}/safety-voices?clicks=2`)
  await settled(page)
  await expect(page.getByText('3 of 4', { exact: true })).toBeVisible()
  await page.goto(`${site.url}/quotes/`)
  await expect(page.getByRole('blockquote')).toHaveCount(21)
  for (const address of ['/quotes/', '/safety']) {
    await page.goto(`${site.url}${address}`)
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible()
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill('mercado')
    await expect(page.getByRole('dialog').getByRole('link', { name: 'MercadoLibre' }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})
