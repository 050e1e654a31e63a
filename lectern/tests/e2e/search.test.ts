import { expect, test, type Locator, type Page } from '@playwright/test'
import { findViolations } from './axe'
import { openSlide, pressAndGo, settled, slides, stateOf } from './deck'

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
      expect(stateOf(page)).toEqual({ alias, step })
      await expect(dialogOf(page)).toHaveCount(0)
      await pressAndGo(page, 'ArrowLeft')
      expect(stateOf(page)).not.toEqual({ alias, step })
    })
  }

  test('takes Enter for the first result and arrow keys for the others', async ({ page }) => {
    await openSlide(page, 'both')
    await searchFor(page, 'discord')
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
    await openSlide(page, 'both')
    await searchFor(page, 'discord')
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
    await expect(fieldOf(page)).toHaveValue('discord後')
    expect(stateOf(page)).toEqual({ alias: 'both', step: 0 })
  })

  test('keeps every key from the slides while it is open', async ({ page }) => {
    await openSlide(page, 'both')
    const before = page.url()
    await page.keyboard.press('/')
    await expect(fieldOf(page)).toBeFocused()
    await page.keyboard.type('go do f/ ')
    await page.keyboard.press('ArrowRight')
    await expect(fieldOf(page)).toHaveValue('go do f/ ')
    await dialogOf(page).getByRole('link').first().focus()
    for (const key of ['ArrowRight', 'Space', 'PageDown', 'o', 'g'])
      await page.keyboard.press(key)
    await page.keyboard.press('Escape')
    await expect(dialogOf(page)).toHaveCount(0)
    expect(page.url()).toBe(before)
    await expect(page.locator('html')).not.toHaveClass(/dark/)
    await pressAndGo(page, 'ArrowRight')
    expect(stateOf(page).alias).toBe('contents')
  })

  test('opens by its button, closes by Escape or beside it, and gives the focus back', async ({ page }) => {
    await openSlide(page, 'both')
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
    await openSlide(page, 'both')
    const isSearch = (url: string): boolean => url.includes('/searchApp')
    expect(loaded.length).toBeGreaterThan(5)
    expect(loaded.filter(isSearch)).toEqual([])
    await searchFor(page, 'go')
    expect(loaded.filter(isSearch).length).toBeGreaterThan(0)
  })

  test('says what it finds, that it found nothing, and how to begin', async ({ page }) => {
    await openSlide(page, 'both')
    await searchFor(page, '')
    await expect(statusOf(page)).toContainText('Typing errors are forgiven')
    await expect(dialogOf(page).getByRole('link')).toHaveCount(0)
    await fieldOf(page).fill('xyzzyq')
    await expect(statusOf(page)).toContainText('Nothing found for “xyzzyq”')
    await fieldOf(page).fill('mainstream xyzzyq')
    await expect(statusOf(page)).toContainText('No passage has all of these words')
    await fieldOf(page).fill('mainstream')
    await expect(statusOf(page)).toHaveText('1 result on 1 slide')
  })
})

test.describe('on the pages', () => {
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

      for (const path of ['/both', '/quotes/']) {
        test(`is fit for everybody over ${path}`, async ({ page }) => {
          test.setTimeout(90_000)
          await page.goto(path)
          const button = page.getByRole('button', { name: 'Search', exact: true })
          await expect(button).toBeAttached()
          if (name === 'narrow')
            await button.tap()
          else
            await page.keyboard.press('/')
          await fieldOf(page).fill('dropbox')
          await expect(statusOf(page)).toContainText('results')
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
