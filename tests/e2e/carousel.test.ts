import { expect, test, type Locator, type Page } from '@playwright/test'
import { carouselOf as quotationsOf, quotes, type QuoteId } from '../../data/deck'
import { openSlide, pressAndGo, settled, slides, at, swipe } from './deck'

const ALIAS = 'safety-voices'
const quotations = quotationsOf('safety')
const index = slides.findIndex(({ alias }) => alias === ALIAS)
const before = slides[index - 1]!.alias
const after = slides[index + 1]!.alias

const carouselOf = (page: Page): Locator => page.getByRole('group', { name: 'Quotations' })
const arrow = (page: Page, name: 'Previous' | 'Next'): Locator =>
  carouselOf(page).getByRole('button', { name: `${name} quotation` })

/** @param number of the quotation, counted from 1 */
function dot(page: Page, number: number): Locator {
  const name = `Quotation ${number} of ${quotations.length}: ${quotations[number - 1]!.speaker}`
  return carouselOf(page).getByRole('button', { name })
}

/** @param number of the quotation, counted from 1 */
async function expectQuotation(page: Page, number: number): Promise<void> {
  const carousel = carouselOf(page)
  await expect(carousel.getByText(`${number} of ${quotations.length}`, { exact: true })).toBeVisible()
  await expect(carousel.getByRole('blockquote')).toHaveCount(1)
  await expect(carousel.getByRole('blockquote')).toContainText(quotations[number - 1]!.text)
  await expect(dot(page, number)).toHaveAttribute('aria-current')
  expect(at(page)).toEqual({ alias: ALIAS, step: number - 1 })
}

test.beforeEach(({ page }) => openSlide(page, ALIAS))

test('each click shows the next quotation, and the last leads on', async ({ page }) => {
  for (const [i] of quotations.entries()) {
    await expectQuotation(page, i + 1)
    await pressAndGo(page, 'ArrowRight')
  }
  expect(at(page).alias).toBe(after)
  await pressAndGo(page, 'ArrowLeft')
  await expectQuotation(page, quotations.length)
})

test('the names of all who speak are there to read', async ({ page }) => {
  for (const [i, { speaker }] of quotations.entries())
    await expect(dot(page, i + 1)).toHaveText(speaker)
})

test('the buttons show the next and the previous quotation and stop at the ends', async ({ page }) => {
  await expect(arrow(page, 'Previous')).toBeDisabled()
  for (let number = 2; number <= quotations.length; number += 1) {
    await arrow(page, 'Next').click()
    await expectQuotation(page, number)
  }
  await expect(arrow(page, 'Next')).toBeDisabled()
  await arrow(page, 'Previous').click()
  await expectQuotation(page, quotations.length - 1)
})

test('each dot shows its quotation, by mouse, Enter and Space', async ({ page }) => {
  await dot(page, 3).click()
  await expectQuotation(page, 3)
  await dot(page, 2).press('Enter')
  await expectQuotation(page, 2)
  await dot(page, 4).press('Space')
  await expectQuotation(page, 4)
})

test('arrow keys inside move by one quotation, and out of the carousel at its ends', async ({ page }) => {
  await dot(page, 2).focus()
  await pressAndGo(page, 'ArrowRight')
  await expectQuotation(page, 2)
  await pressAndGo(page, 'ArrowLeft')
  await expectQuotation(page, 1)
  await pressAndGo(page, 'ArrowLeft')
  expect(at(page).alias).toBe(before)

  await openSlide(page, ALIAS, quotations.length - 1)
  await dot(page, 1).focus()
  await pressAndGo(page, 'ArrowRight')
  expect(at(page)).toEqual({ alias: after, step: 0 })
  await pressAndGo(page, 'ArrowRight')
})

test('a button pressed to the last quotation keeps the keyboard inside', async ({ page }) => {
  await arrow(page, 'Next').focus()
  for (let number = 2; number <= quotations.length; number += 1) {
    await page.keyboard.press('Enter')
    await expectQuotation(page, number)
  }
  await expect(carouselOf(page).locator(':focus')).toHaveCount(1)
})

test('other keys inside do not move the deck', async ({ page }) => {
  await dot(page, 1).focus()
  for (const key of ['ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', 'x'])
    await page.keyboard.press(key)
  await expectQuotation(page, 1)
  await expect(dot(page, 1)).toBeFocused()
})

test('every control shows its focus and is large enough to hit', async ({ page }) => {
  await openSlide(page, ALIAS, 1)
  const controls = carouselOf(page).getByRole('button')
  await expect(controls).toHaveCount(quotations.length + 2)
  await page.getByRole('link', { name: 'Skip to the controls' }).focus()
  for (const control of await controls.all()) {
    await expect(control).not.toBeFocused()
    await page.keyboard.press('Tab')
    await expect(control).toBeFocused()
    await expect(control).toHaveCSS('outline-style', 'solid')
    await expect(control).toHaveCSS('outline-width', '3px')
    const { height, width } = (await control.boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
})

test('its own address opens each quotation', async ({ page }) => {
  expect(Object.keys(quotes)).toHaveLength(21)
  for (const [id, { text, topic }] of Object.entries(quotes)) {
    await page.goto(`/${topic}-voices?quote=${id}`)
    await settled(page)
    const step = quotationsOf(topic).findIndex(quotation => quotation.id === id as QuoteId)
    await expect(carouselOf(page).getByRole('blockquote'), id).toContainText(text)
    expect(at(page), id).toEqual({ alias: `${topic}-voices`, step })
  }
})

test('a reload keeps the quotation, and Back returns to the one before the choice', async ({ page }) => {
  await dot(page, 2).click()
  await expectQuotation(page, 2)
  await dot(page, 4).click()
  await expectQuotation(page, 4)
  await page.reload()
  await expectQuotation(page, 4)
  await page.goBack()
  await expectQuotation(page, 2)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('a swipe moves by one quotation', async ({ page }) => {
    await swipe(page, 'left')
    await expectQuotation(page, 2)
    await swipe(page, 'right')
    await expectQuotation(page, 1)
  })
})

test('with Ctrl, Alt or Cmd held, its keys are the browser’s', async ({ page }) => {
  await arrow(page, 'Next').focus()
  for (const modifier of ['Control', 'Alt', 'Meta']) {
    for (const key of ['ArrowRight', 'ArrowLeft'])
      await page.keyboard.press(`${modifier}+${key}`)
    await expectQuotation(page, 1)
  }
})
