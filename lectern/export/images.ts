import type { Page } from 'playwright-chromium'
import { readSlideTexts, type SlideText } from './slide-text'
import { canvas, type SlidePages } from './slides'

/** Width and height in pixels. */
export interface Size {
  width: number
  height: number
}

export const imageSize: Size = { width: 1920, height: 1080 }
/** What social networks ask for. */
const socialCardSize: Size = { width: 1200, height: 630 }

/** What there is to see on a page, and to hear for who does not see it. */
export interface Picture {
  /** Quickly packed: whoever keeps it packs it anew. */
  png: Uint8Array
  text: SlideText
  links: PictureLink[]
}

/** A link out to the web; one that breaks into lines is several. */
export interface PictureLink {
  url: string
  /** What it says. */
  words: string
  /** Where it is, in shares of the picture’s width and height. */
  box: { x: number, y: number, width: number, height: number }
}

/**
 * Takes a picture of each page, which were opened for images of this width; what is too high is cut off below.
 * @returns each as it will be there, one after the other, so that those that are there can be packed meanwhile
 */
export async function takePictures({ page }: SlidePages): Promise<Promise<Picture>[]> {
  const clip = { x: 0, y: 0, width: canvas.width, height: imageSize.height * canvas.width / imageSize.width }
  const scale = imageSize.width / canvas.width
  // tsx names functions by a helper of its own, which a page does not have.
  await page.evaluate('globalThis.__name = value => value')
  const texts = await page.evaluate(readSlideTexts)
  const links = await findLinks(page, clip)
  const together = await standAlone(page)
  // Playwright’s own way has Chromium pack each picture well, which takes as long as all else.
  const chromium = await page.context().newCDPSession(page)
  const take = async (shown: number): Promise<Picture> => {
    await show(page, shown)
    const { data } = await chromium.send('Page.captureScreenshot', { clip: { ...clip, scale }, optimizeForSpeed: true })
    if (shown === texts.length - 1)
      await together()
    return { png: Buffer.from(data, 'base64'), text: texts[shown]!, links: links[shown]! }
  }
  let last: Promise<unknown> = Promise.resolve()
  return texts.map((_, shown) => {
    const picture = last.then(() => take(shown))
    last = picture
    return picture
  })
}

/** Finds the links of each page. */
function findLinks(page: Page, { height, width }: Size): Promise<PictureLink[][]> {
  return page.$$eval('.print-slide-container', (containers, size) => containers.map((container) => {
    const { x, y } = container.getBoundingClientRect()
    return [...container.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')].flatMap(link =>
      [...link.getClientRects()].filter(({ height, width }) => width > 0 && height > 0).map(box => ({
        url: link.href,
        words: link.getAttribute('aria-label') ?? link.textContent.replace(/\s+/g, ' ').trim(),
        box: { x: (box.x - x) / size.width, y: (box.y - y) / size.height, width: box.width / size.width, height: box.height / size.height },
      })))
  }), { height, width })
}

/** Takes the social card of one of the pages, counted from 0. */
export type TakeCard = (index: number, format: { type: 'png' } | { type: 'jpeg', quality: number }) => Promise<Uint8Array>

/** Prepares pages, which were opened in their own size, for social cards: cut off alike above and below. */
export async function prepareSocialCards({ page }: SlidePages): Promise<TakeCard> {
  const zoom = socialCardSize.width / canvas.width
  const above = Math.floor((canvas.height * zoom - socialCardSize.height) / 2)
  await page.setViewportSize(socialCardSize)
  await page.addStyleTag({ content: `html { translate: 0 -${above}px } .print-slide-container { zoom: ${zoom} }` })
  await standAlone(page)
  // Playwright’s own way asks for a part of the page, for which Chromium lays it out and draws it anew: twice the time.
  const chromium = await page.context().newCDPSession(page)
  return async (index, { type, ...quality }) => {
    await show(page, index)
    const { data } = await chromium.send('Page.captureScreenshot', { format: type, ...quality })
    return Buffer.from(data, 'base64')
  }
}

/**
 * Hides all pages but the one that is shown, by `show`.
 * @returns what shows them all again
 */
async function standAlone(page: Page): Promise<() => Promise<void>> {
  const style = await page.addStyleTag({ content: '.print-slide-container:not(.shown) { display: none !important }' })
  return () => style.evaluate(element => (element as HTMLStyleElement).remove())
}

/**
 * Shows one page at the very top, so that it too begins at a whole pixel, and waits until it is painted: a picture taken
 * in the very frame that first shows a page differs from run to run in the last bit of its antialiased edges.
 */
async function show(page: Page, shown: number): Promise<void> {
  await page.$$eval('.print-slide-container', async (containers, shown) => {
    containers.forEach((container, index) => container.classList.toggle('shown', index === shown))
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  }, shown)
}
