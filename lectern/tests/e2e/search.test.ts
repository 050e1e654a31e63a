import { expect, test, type Locator, type Page } from '@playwright/test'
import { findViolations } from './support/axe'
import { openSlide, pressAndGo, settled } from './support/pages'
import { at } from './support/trial'

test.describe.configure({ mode: 'parallel' })

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Search the talk' })
const fieldOf = (page: Page): Locator => dialogOf(page).getByRole('searchbox', { name: 'Words to search for' })
const statusOf = (page: Page): Locator => dialogOf(page).getByRole('status')

async function searchFor(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await expect(fieldOf(page)).toBeFocused()
  await fieldOf(page).fill(query)
}

test.describe('on the slides', () => {
  for (const { query, alias, step, what } of [
    { what: 'a misspelt word to its slide', query: 'perivinkle', alias: 'second', step: 0 },
    { what: 'words after a click to that click', query: 'quandong', alias: 'table', step: 3 },
    { what: 'a headline to its slide', query: 'six steps', alias: 'steps', step: 0 },
  ]) {
    test(`leads from ${what}`, async ({ page }) => {
      await openSlide(page, 'cover')
      await searchFor(page, query)
      await dialogOf(page).getByRole('link').filter({ has: page.locator('mark') }).first().click()
      await expect.poll(() => at(page)).toEqual({ alias, step })
      await settled(page)
      await expect(dialogOf(page)).toHaveCount(0)
      await pressAndGo(page, 'ArrowLeft')
      expect(at(page)).not.toEqual({ alias, step })
    })
  }

  test('takes Enter for the first result and arrow keys for the others', async ({ page }) => {
    await openSlide(page, 'second')
    await searchFor(page, 'letter')
    const links = dialogOf(page).getByRole('link')
    await page.keyboard.press('ArrowDown')
    await expect(links.nth(0)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(links.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(fieldOf(page)).toBeFocused()
    const address = await links.first().getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${address}`)
  })

  test('leaves the keys of an input method alone', async ({ page }) => {
    await openSlide(page, 'second')
    await searchFor(page, 'letter')
    await expect(dialogOf(page).getByRole('link').first()).toBeVisible()
    const client = await page.context().newCDPSession(page)
    await client.send('Input.imeSetComposition', { text: 'ご', selectionStart: 1, selectionEnd: 1 })
    // It chooses among its words by arrows, takes one by Enter, and gives up by Escape. Safari says so by the code alone.
    for (const sign of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const key of ['ArrowDown', 'Enter', 'Escape'])
        await fieldOf(page).dispatchEvent('keydown', { key, bubbles: true, cancelable: true, ...sign })
    }
    await expect(fieldOf(page)).toBeFocused()
    await client.send('Input.insertText', { text: '後' })
    await expect(fieldOf(page)).toHaveValue('letter後')
    expect(at(page)).toEqual({ alias: 'second', step: 0 })
  })

  test('keeps every key from the slides while it is open', async ({ page }) => {
    await openSlide(page, 'second')
    const before = page.url()
    await page.keyboard.press('/')
    await expect(fieldOf(page)).toBeFocused()
    await page.keyboard.type('to do f/ ')
    await page.keyboard.press('ArrowRight')
    await expect(fieldOf(page)).toHaveValue('to do f/ ')
    await dialogOf(page).getByRole('link').first().focus()
    for (const key of ['ArrowRight', 'Space', 'PageDown', 'o', 'g'])
      await page.keyboard.press(key)
    await page.keyboard.press('Escape')
    await expect(dialogOf(page)).toHaveCount(0)
    expect(page.url()).toBe(before)
    await expect(page.locator('html')).not.toHaveClass(/dark/)
    await pressAndGo(page, 'ArrowRight')
    expect(at(page).alias).toBe('contents')
  })

  test('opens by its button, closes by Escape or beside it, and gives the focus back', async ({ page }) => {
    await openSlide(page, 'second')
    const button = page.getByRole('button', { name: 'Search', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(fieldOf(page)).toBeFocused()
    await fieldOf(page).fill('words')
    await page.keyboard.press('Escape')
    await expect(dialogOf(page)).toHaveCount(0)
    await expect(button).toBeFocused()
    await page.keyboard.press('/')
    await expect(fieldOf(page)).toBeFocused()
    await page.mouse.click(20, 400)
    await expect(dialogOf(page)).toHaveCount(0)
    await expect(button).toBeFocused()
  })

  test('is loaded when it is asked for', async ({ page }) => {
    const loaded: string[] = []
    page.on('request', request => loaded.push(request.url()))
    await openSlide(page, 'second')
    const isSearch = (url: string): boolean => url.includes('/searchApp')
    expect(loaded.length).toBeGreaterThan(5)
    expect(loaded.filter(isSearch)).toEqual([])
    await searchFor(page, 'letter')
    expect(loaded.filter(isSearch).length).toBeGreaterThan(0)
  })

  test('says what it finds, that it found nothing, and how to begin', async ({ page }) => {
    await openSlide(page, 'second')
    await searchFor(page, '')
    await expect(statusOf(page)).toContainText('Typing errors are forgiven')
    await expect(dialogOf(page).getByRole('link')).toHaveCount(0)
    await fieldOf(page).fill('xyzzyq')
    await expect(statusOf(page)).toContainText('Nothing found for “xyzzyq”')
    await fieldOf(page).fill('periwinkle xyzzyq')
    await expect(statusOf(page)).toContainText('No passage has all of these words')
    await fieldOf(page).fill('periwinkle')
    await expect(statusOf(page)).toHaveText('1 result on 1 slide')
  })
})

test.describe('on the pages', () => {
  test('leads to the reading page from the others', async ({ page }) => {
    await page.goto('/glossary/')
    await searchFor(page, 'six steps')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/read\/#steps$/)
    await expect(page.locator('#steps')).toBeInViewport()
  })

  test('gives the focus back', async ({ page }) => {
    await page.goto('/read/')
    const button = page.getByRole('button', { name: 'Search' })
    await button.click()
    await expect(fieldOf(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('has no button', async ({ page }) => {
      await page.goto('/read/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('button')).toHaveCount(0)
    })
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of [['wide', { width: 1280, height: 720 }], ['narrow', { width: 390, height: 844 }]] as const) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport, hasTouch: name === 'narrow' })

      for (const path of ['/second', '/glossary/']) {
        test(`is fit for everybody over ${path}`, async ({ page }) => {
          test.setTimeout(90_000)
          await page.goto(path)
          const button = page.getByRole('button', { name: 'Search', exact: true })
          await expect(button).toBeAttached()
          if (name === 'narrow')
            await button.tap()
          else
            await page.keyboard.press('/')
          await fieldOf(page).fill('letter')
          await expect(statusOf(page)).toContainText('result')
          expect(await findViolations(page, { scope: 'dialog' })).toEqual([])

          const boxes = await dialogOf(page).evaluate((dialog) => {
            const { left, right } = dialog.getBoundingClientRect()
            return {
              isInside: left >= 0 && right <= innerWidth,
              sideways: Array.from(dialog.querySelectorAll('*')).filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline' && !element.matches('.unseen, input')).length,
              least: Math.min(...Array.from(dialog.querySelectorAll('a, button, input'), element => element.getBoundingClientRect().height)),
              type: Math.min(...Array.from(dialog.querySelectorAll('a, p, input'), element => Number.parseFloat(getComputedStyle(element).fontSize))),
            }
          })
          expect(boxes).toMatchObject({ isInside: true, sideways: 0 })
          expect(boxes.least).toBeGreaterThanOrEqual(name === 'narrow' ? 38 : 24)
          expect(boxes.type).toBeGreaterThanOrEqual(16)
        })
      }
    })
  }
}
