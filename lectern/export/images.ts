import type { Page } from 'playwright-chromium'
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
  /** All that the page says, in reading order. */
  words: string
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
  const read = await readPages({ page })
  // Playwright’s own way has Chromium pack each picture well, which takes as long as all else.
  const chromium = await page.context().newCDPSession(page)
  const take = async (shown: number, nodes: readonly ReadNode[]): Promise<Picture> => {
    await showAlone(page, shown)
    const { data } = await chromium.send('Page.captureScreenshot', { clip: { ...clip, scale }, optimizeForSpeed: true })
    const links = await findLinks(page, clip)
    if (shown === read.length - 1)
      await page.$$eval('.print-slide-container', containers => containers.forEach(container => (container as HTMLElement).style.display = ''))
    return { png: Buffer.from(data, 'base64'), words: joinSentences(joinNodes(nodes)), links }
  }
  let last: Promise<unknown> = Promise.resolve()
  return read.map((nodes, shown) => {
    const picture = last.then(() => take(shown, nodes))
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

/** An element or a text of a page that a screen reader has, in document order. */
export interface ReadNode {
  /** How deep it lies. */
  depth: number
  /** What it says itself; elements mostly say nothing. */
  text: string
  /** CSS display of an element; undefined for a text. */
  display?: string
}

/** What a screen reader has of each page. */
function readPages({ page }: Pick<SlidePages, 'page'>): Promise<ReadNode[][]> {
  return page.$$eval('.print-slide-container .slidev-layout', layouts => layouts.map((layout) => {
    const walker = document.createTreeWalker(layout, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
      node instanceof Element
        ? node.getAttribute('aria-hidden') !== 'true' && node.checkVisibility({ visibilityProperty: true })
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_REJECT
        : node.parentElement?.closest(':is(svg, a, [role=img])[aria-label]')
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT)
    const nodes: ReadNode[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let depth = 0
      for (let parent = node.parentNode; parent && parent !== layout; parent = parent.parentNode)
        depth += 1
      if (!(node instanceof Element)) {
        nodes.push({ depth, text: (node as Text).data })
        continue
      }
      nodes.push({
        depth,
        text: node.matches(':is(svg, a, [role=img])[aria-label], img[alt]') ? node.getAttribute('aria-label') ?? node.getAttribute('alt')! : '',
        display: node.matches('br') ? 'inline-block' : getComputedStyle(node).display,
      })
    }
    return nodes
  }))
}

/**
 * The words of a page, a line for each block. Boxes that stand within a line, such as the mark and the name of a language,
 * stay in it with all that they hold; there a space comes only where two words would run together.
 */
export function joinNodes(nodes: readonly ReadNode[]): string {
  let words = ''
  /** What has to come before the next words. */
  let gap = ''
  const open: { depth: number, edge: string, isBox: boolean }[] = []
  const widen = (edge: string): void => {
    if (edge !== '' && gap !== '\n')
      gap = edge
  }
  for (const { depth, display, text } of nodes) {
    while (open.length > 0 && open.at(-1)!.depth >= depth)
      widen(open.pop()!.edge)
    if (display !== undefined) {
      const isInLine = /^(?:inline|contents|ruby)/.test(display)
      const isWithinBox = open.at(-1)?.isBox ?? false
      const edge = /^(?:inline|contents)$/.test(display) ? '' : isInLine || isWithinBox ? ' ' : '\n'
      open.push({ depth, edge, isBox: isWithinBox || (isInLine && edge !== '') })
      widen(edge)
    }
    if (text) {
      const isGlued = !/[\s([“‘]$/.test(words) && !/^[\s.,;:!?…)\]”’]/.test(text)
      words += `${words && (gap === '\n' || isGlued) ? gap : ''}${text.replace(/\s+/g, ' ')}`
      gap = ''
    }
  }
  return words
}

/** Makes one line of several: each ends as a sentence does, so that a voice pauses there. */
export function joinSentences(text: string): string {
  return text.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
    .map(line => /[.,:;!?…][”"’)]*$/.test(line) ? line : `${line}.`)
    .join(' ')
}
