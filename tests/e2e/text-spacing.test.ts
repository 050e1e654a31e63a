import { expect, test, type Page } from '@playwright/test'
import { openSlide, slides } from './deck'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** Widest spacing that text has to bear (WCAG 1.4.12), as a reader’s own style sheet sets it. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'

async function setStyle(page: Page, text: string): Promise<void> {
  await page.evaluate(async (text) => {
    const sheet = new CSSStyleSheet()
    await sheet.replace(text)
    document.adoptedStyleSheets = [sheet]
  }, text)
}

/** Words of the slide that are beyond its edges, or undefined while another slide is shown. */
function cutOff(page: Page, no: number): Promise<string[] | undefined> {
  return page.evaluate((no) => {
    const shown = Array.from(document.querySelectorAll<HTMLElement>('#slideshow > .slidev-page')).filter(slide => slide.checkVisibility())
    if (shown.length !== 1 || shown[0]!.dataset.slidevNo !== String(no))
      return undefined
    const edges = shown[0]!.getBoundingClientRect()
    const texts = document.createTreeWalker(shown[0]!, NodeFilter.SHOW_TEXT)
    const lost: string[] = []
    let seen = 0
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      const range = document.createRange()
      range.selectNodeContents(text)
      const { bottom, left, right, top, width } = range.getBoundingClientRect()
      if (!text.data.trim() || width < 2 || text.parentElement!.closest('.visually-hidden'))
        continue
      seen += 1
      if (top < edges.top - 1 || left < edges.left - 1 || right > edges.right + 1 || bottom > edges.bottom + 1)
        lost.push(text.data.trim())
    }
    return seen > 0 ? lost : ['no words at all']
  }, no)
}

const size = (page: Page): Promise<string> => page.locator('#slideshow > .slidev-page:visible .slidev-layout').evaluate(layout => getComputedStyle(layout).zoom)

test('no slide loses words to a reader’s wider spacing', async ({ page }) => {
  await openSlide(page, slides[0]!.alias!)
  await setStyle(page, SPACING)
  for (const { alias, no } of slides) {
    if (no > 1)
      await page.keyboard.press('ArrowDown')
    await expect.poll(() => cutOff(page, no), alias).toEqual([])
  }
})

test('a slide has its own size again when the spacing goes, and as long as nobody changes it', async ({ page }) => {
  await openSlide(page, 'safety')
  expect(await size(page)).toBe('1')
  await setStyle(page, SPACING)
  await expect.poll(() => size(page).then(Number)).toBeLessThan(1)
  await setStyle(page, '')
  await expect.poll(() => size(page)).toBe('1')
})

test('a slide gets smaller for a translator’s longer words', async ({ page }) => {
  await openSlide(page, 'safety')
  const { no } = slides.find(({ alias }) => alias === 'safety')!
  await page.evaluate(() => {
    document.documentElement.lang = 'de'
    const texts = document.createTreeWalker(document.querySelector('#slideshow')!, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      text.data = text.data.replace(/\p{L}{4,}/gu, word => word + word)
    }
  })
  await expect.poll(() => size(page).then(Number)).toBeLessThan(1)
  expect(await cutOff(page, no)).toEqual([])
})
