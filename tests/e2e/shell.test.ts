import { expect, test } from '@playwright/test'
import { headlineOf, openSlide, pressAndGo, slides } from './deck'

const EXAMPLE = slides.find(({ alias }) => alias === 'comparison')!
/** A slide with a ground for each language. */
const SIDES = slides.find(({ alias }) => alias === 'portability')!
/** A slide whose carousel reads its quotations out itself. */
const VOICES = slides.find(({ alias }) => alias === 'safety-voices')!

test('a carousel’s steps are said by the carousel alone', async ({ page }) => {
  await openSlide(page, VOICES.alias!)
  await expect(page.getByRole('status')).toContainText('step 1 of')
  await pressAndGo(page, 'ArrowRight')
  await expect(page.getByRole('status')).toContainText('step 1 of')
})

test.describe('for people who want more contrast', () => {
  test.use({ contextOptions: { contrast: 'more' } })

  test('nothing is muted, and grounds have an edge', async ({ page }) => {
    await openSlide(page, VOICES.alias!)
    const source = page.locator('#slideshow .slidev-page:visible .source')
    const headline = page.getByRole('heading', { level: 1, name: headlineOf(VOICES) })
    const colour = await headline.evaluate(element => getComputedStyle(element).color)
    await expect(source).toHaveCSS('color', colour)
    await openSlide(page, SIDES.alias!)
    for (const side of await page.locator('.side:visible').all())
      await expect(side).toHaveCSS('outline-style', 'solid')
  })
})

test.describe('in the colours of the system', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('marks, threads and panels still tell Go from Rust', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    const slide = page.locator('#slideshow .slidev-page:visible')
    const ground = await slide.locator('.slidev-layout').evaluate(element => getComputedStyle(element).backgroundColor)
    const marks = await slide.locator('thead .mark').evaluateAll(elements => elements.map((element) => {
      const { backgroundColor, borderRadius } = getComputedStyle(element)
      return { backgroundColor, borderRadius }
    }))
    expect(marks).toHaveLength(2)
    expect(new Set(marks.map(({ borderRadius }) => borderRadius)).size).toBe(2)
    for (const { backgroundColor } of marks)
      expect(backgroundColor).not.toBe(ground)
    await openSlide(page, EXAMPLE.alias!, EXAMPLE.steps - 1)
    const bars = await slide.locator('tbody .bar').evaluateAll(elements => elements.map(element => getComputedStyle(element).backgroundColor))
    expect(bars.length).toBeGreaterThan(3)
    expect(new Set(bars).size).toBe(2)
    expect(bars).not.toContain(ground)
    const threads = await page.locator('.story .told path:not(.gap)').evaluateAll(elements =>
      elements.map(element => getComputedStyle(element).stroke))
    expect(new Set(threads).size).toBeGreaterThan(1)
    await openSlide(page, 'concurrency')
    await expect(slide.locator('.side')).toHaveCount(2)
    for (const side of await slide.locator('.side').all()) {
      await expect(side).toHaveCSS('outline-style', 'solid')
      const { edge, words } = await side.evaluate(element => ({
        edge: element.getBoundingClientRect().left - Number.parseFloat(getComputedStyle(element).outlineOffset),
        words: element.querySelector('pre')!.getBoundingClientRect().left,
      }))
      expect(words - edge).toBeGreaterThan(4)
    }
  })
})
