import { expect, test, type Page } from '@playwright/test'
import { carouselOf } from '../../data/deck'
import { testsOfTheWay } from '../../lectern/tests/e2e/support/theWay'
import { at, expectAt, open, openSlide, pressAndGo, slides, swipe, talk, topicOf } from './deck'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const voices = slides.find(slide => topicOf(slide) && slide.alias === 'safety-voices')!
const quotations = carouselOf(topicOf(voices)!)
/** A slide of the talk with one for readers after it, and the slide of the talk that comes then. */
const reader = slides.find(({ cuts, no }) => no > 3 && cuts.length === 0)!
const before = slides[reader.no - 2]!
const after = slides.find(({ cuts, no }) => no > reader.no && cuts.length > 0)!

const press = (page: Page, key: string) => page.keyboard.press(key, { delay: 20 })

test.describe('the presenter view', () => {
  testsOfTheWay(talk, expectAt)

  test('shows as next what comes next in the talk', async ({ page }) => {
    await open(page, `/presenter/${before.alias}?clicks=${before.steps - 1}`)
    const headlines = page.getByRole('heading', { level: 1 })
    await expect(headlines).toHaveText([before.title, after.title])
    await open(page, `/presenter/${voices.alias}`)
    await expect(headlines).toHaveText([voices.title, slides[voices.no]!.title])
  })

  test('reaches the other quotations by their dots, by a key and by a finger', async ({ browser }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 1280, height: 720 } })
    const page = await context.newPage()
    await open(page, `/presenter/${voices.alias}`)
    const shown = page.getByRole('blockquote').first()
    const expectQuotation = async (step: number) => {
      await expectAt({ alias: voices.alias, step }, page)
      await expect(shown).toContainText(quotations[step]!.text)
    }
    await expectQuotation(0)
    await press(page, 'q')
    await expectQuotation(1)
    // The slide stands in the left part.
    await swipe(page, 'left', [0.1, 0.45])
    await expectQuotation(2)
    await page.getByRole('button', { name: /^Quotation 4 of/ }).first().click()
    await expectQuotation(3)
    await page.mouse.click(5, 5)
    await press(page, 'q')
    await expectQuotation(0)
    await press(page, 'q')
    await expectQuotation(1)
    await press(page, 'ArrowRight')
    await expectAt({ alias: slides[voices.no]!.alias, step: 0 }, page)
    await context.close()
  })
})

test('a window alone leaves no quotation out', async ({ page }) => {
  await openSlide(page, voices.alias!)
  await pressAndGo(page, 'ArrowRight')
  expect(at(page)).toEqual({ alias: voices.alias, step: 1 })
})
