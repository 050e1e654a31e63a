import type { Page } from 'playwright-chromium'
import { readSlideText, type SlideText } from './slide-text'
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
  const count = await page.locator('.print-slide-container').count()
  // tsx names functions by a helper of its own, which a page does not have.
  await page.evaluate('globalThis.__name = value => value')
  // Playwright’s own way has Chromium pack each picture well, which takes as long as all else.
  const chromium = await page.context().newCDPSession(page)
  const take = async (shown: number): Promise<Picture> => {
    await showAlone(page, shown)
    const { data } = await chromium.send('Page.captureScreenshot', { clip: { ...clip, scale }, optimizeForSpeed: true })
    const [links, text] = await Promise.all([
      findLinks(page, clip),
      page.locator('.print-slide-container .slidev-layout').nth(shown).evaluate(readSlideText),
    ])
    if (shown === count - 1)
      await page.$$eval('.print-slide-container', containers => containers.forEach(container => (container as HTMLElement).style.display = ''))
    return { png: Buffer.from(data, 'base64'), text, links }
  }
  let last: Promise<unknown> = Promise.resolve()
  return Array.from({ length: count }, (_, shown) => {
    const picture = last.then(() => take(shown))
    last = picture
    return picture
  })
}

/** Finds the links of the one page that is shown. */
function findLinks(page: Page, { height, width }: Size): Promise<PictureLink[]> {
  return page.$$eval('.print-slide-container a[href^="http"]', (links, size) => links.flatMap(link =>
    [...link.getClientRects()].filter(({ height, width }) => width > 0 && height > 0).map(box => ({
      url: (link as HTMLAnchorElement).href,
      words: link.getAttribute('aria-label') ?? link.textContent.replace(/\s+/g, ' ').trim(),
      box: { x: box.x / size.width, y: box.y / size.height, width: box.width / size.width, height: box.height / size.height },
    }))), { height, width })
}

/** Takes the social card of one of the pages, counted from 0. */
export type TakeCard = (index: number, format: { type: 'png' } | { type: 'jpeg', quality: number }) => Promise<Uint8Array>

/** Prepares pages, which were opened in their own size, for social cards: cut off alike above and below. */
export async function prepareSocialCards({ page }: SlidePages): Promise<TakeCard> {
  // Chromium rounds a clip to pixels of CSS, so here they are those of the card.
  const zoom = socialCardSize.width / canvas.width
  const height = Math.floor(canvas.height * zoom)
  await page.setViewportSize({ width: socialCardSize.width, height })
  await page.addStyleTag({ content: `.print-slide-container { zoom: ${zoom} }` })
  const clip = { x: 0, y: Math.floor((height - socialCardSize.height) / 2), ...socialCardSize }
  return async (index, format) => {
    await showAlone(page, index)
    return page.screenshot({ clip, ...format })
  }
}

/**
 * Shows one page at the very top, so that it too begins at a whole pixel, and waits until it is painted: a picture taken
 * in the very frame that first shows a page differs from run to run in the last bit of its antialiased edges.
 */
async function showAlone(page: Page, shown: number): Promise<void> {
  await page.$$eval('.print-slide-container', async (containers, shown) => {
    containers.forEach((container, index) => (container as HTMLElement).style.display = index === shown ? '' : 'none')
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
  }, shown)
}
