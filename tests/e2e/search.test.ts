import { expect, test, type Locator, type Page } from '@playwright/test'
import { at, openSlide, settled, slides } from './deck'

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Search the talk' })
const fieldOf = (page: Page): Locator => dialogOf(page).getByRole('searchbox', { name: 'Words to search for' })

async function searchFor(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await expect(fieldOf(page)).toBeFocused()
  await fieldOf(page).fill(query)
}

const cases = [
  { what: 'a misspelt company to its quotation', query: 'clodflare de novo', alias: 'control-voices', step: 0 },
  { what: 'a quotation to its step of the carousel', query: 'array-bounds-checked', alias: 'safety-voices', step: 3 },
  { what: 'words after a click to that click', query: 'Where he says Docker file', alias: 'portability-voices', step: 2 },
  { what: 'a headline to its slide', query: 'nearly doubled', alias: 'used', step: 0 },
  { what: 'a source to the list that has it', query: 'PayPal Taps Go', alias: 'sources-voices', step: 0 },
]
for (const { alias, query, step, what } of cases) {
  test(`leads from ${what}`, async ({ page }) => {
    await openSlide(page, 'both')
    await searchFor(page, query)
    const marks = dialogOf(page).getByRole('listitem').locator('mark').or(dialogOf(page).getByRole('heading').locator('mark'))
    await expect(marks.first()).toBeVisible()
    const slide = slides.find(one => one.alias === alias)!
    const group = dialogOf(page).locator('section').filter({ has: page.getByRole('heading', { name: slide.title }) })
    await group.getByRole('link').filter({ has: page.locator('mark') }).first().click()
    await page.waitForURL(url => url.pathname === `/${alias}`)
    await settled(page)
    expect(at(page)).toEqual({ alias, step })
    await expect(dialogOf(page)).toHaveCount(0)
  })
}

test('leads to the place on the page, with the focus', async ({ page }) => {
  await page.goto('/quotes/')
  await searchFor(page, 'cognitive load')
  await dialogOf(page).getByRole('link').filter({ hasText: 'Glen Balliet' }).first().click()
  await expect(page).toHaveURL(/\/quotes\/#quote-glen-balliet$/)
  await expect(page.locator('#quote-glen-balliet')).toBeFocused()
  await expect(page.locator('#quote-glen-balliet')).toBeInViewport()
})

test('leads to the reading page from the others', async ({ page }) => {
  await page.goto('/accessibility/')
  await searchFor(page, 'nearly doubled')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/read\/#used$/)
  await expect(page.locator('#used')).toBeInViewport()
  await searchFor(page, 'cognitive load')
  await dialogOf(page).getByRole('link').filter({ hasText: 'Glen Balliet' }).first().press('Enter')
  await expect(page).toHaveURL(/\/read\/#quote-glen-balliet$/)
  await expect(page.locator('#quote-glen-balliet')).toBeInViewport()
})
