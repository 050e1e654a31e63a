import type { Page } from 'playwright-chromium'
import type { Site } from '../site/serve'
import { sayOnce, UserError } from '../cli/run'
import { slideName, type Deck } from '../deck/deck'
import { writeHeadlineWords } from './headline-words'
import { partsOf } from '../navigation/addresses'
import { lostPictures, waitUntilStill } from '../site/still'

/** A page of the PDF. */
export interface PrintedPage {
  /** Number of its slide. */
  slide: number
  alias: string | undefined
  /** The step that it shows, counted from 0. */
  step: number
  /** Words of its main headings. */
  titles: string[]
}

export interface PrintedDeck {
  pages: PrintedPage[]
  /** What the links that leave the deck say, by address. */
  linkTexts: Map<string, string>
  /** What was typed for its formulas. */
  formulas: ReadonlySet<string>
}

/** Name of the destination that links to a slide jump to. */
export const slideAnchor = (slide: number): string => `slide-${slide}`

/**
 * The slide that an address inside the deck means (`/alias`, `#alias`, `/4`, `#/4`), where it is printed.
 * @param base path of the site, with slashes at both ends
 */
export function linkedSlide(
  url: URL,
  pages: readonly Pick<PrintedPage, 'slide' | 'alias'>[],
  base: string,
): number | undefined {
  const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : url.pathname
  const key = (url.hash ? url.hash.slice(1) : path).replace(/^\//, '') || '1'
  return pages.find(({ slide, alias }) => key === alias || key === String(slide))?.slide
}

/** An address as the site’s author knows it, whatever port the site is served at: a path from its root, or of another host whole. */
export function addressOnSite(address: string, site: URL): string {
  const { origin, pathname } = new URL(address)
  return origin === site.origin && pathname.startsWith(site.pathname) ? `/${partsOf(pathname.slice(site.pathname.length - 1)).join('/')}` : address
}

/** Title of each slide by its number, in order; of several pages, that of the first, to which the outline leads. */
export function slideTitles(pages: readonly Pick<PrintedPage, 'slide' | 'titles'>[]): Map<number, string> {
  return new Map(pages.filter(({ slide }, index) => slide !== pages[index - 1]?.slide).map(({ slide, titles }) => [slide, titles[0]!]))
}

/** What links to slides say, by the name of their destination. */
export function slideLinkTexts(titles: ReadonlyMap<number, string>): Map<string, string> {
  return new Map([...titles].map(([slide, title]) => [slideAnchor(slide), `Slide ${slide}: ${title}`]))
}

/**
 * Opens the built site's print page and waits until every slide is there in its final look.
 * @throws UserError where a slide fails or none appears
 */
export async function openPrintPage(page: Page, site: Pick<Site, 'url'>, query: URLSearchParams, dark: boolean): Promise<void> {
  const failure = new Promise<never>((_, reject) => {
    const fail = (message: string): void =>
      reject(new UserError(`a slide failed on the print page: ${message.split('\n')[0]}`))
    page.on('pageerror', error => fail(error.message))
  })
  page.on('console', (message) => {
    // A resource that is not there has a line of its own.
    if (message.type() === 'error' && !/^Failed to load resource|Content Security Policy/.test(message.text()))
      sayOnce(`A slide says: ${message.text().split('\n')[0]}`)
  })
  await page.emulateMedia({ media: 'screen', colorScheme: dark ? 'dark' : 'light' })
  const rendered = page.goto(`${site.url}/print?${query}`).then(() => page.waitForFunction(() => {
    const pages = Array.from(document.querySelectorAll<HTMLElement>('.print-slide-container'))
    return pages.length > 0 && pages.every(({ dataset }) => dataset.mounted === 'true')
  })).then(() => waitUntilStill(page))
  await Promise.race([failure, rendered]).catch((error: Error) => {
    throw error.name === 'TimeoutError'
      ? new UserError('no page was rendered: the print page of the built site stayed empty')
      : error
  })
}

/**
 * Makes sure that each page has one main heading, which the outline and a screen reader know its slide by: where there is
 * none, a title that is not seen; of several, the first. Runs in the browser.
 * @returns slides that had none or several
 */
function giveEachSlideOneTitle(): { slide: number, found: number }[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.print-slide-container'), (container) => {
    const slide = Number.parseInt(container.id.replace('slide-', ''))
    const [first, ...others] = container.querySelectorAll<HTMLElement>('h1')
    for (const heading of others) {
      heading.setAttribute('role', 'heading')
      heading.setAttribute('aria-level', '2')
    }
    if (!first) {
      const title = document.createElement('h1')
      title.className = 'visually-hidden'
      title.textContent = `Slide ${slide}`
      title.dataset.words = title.textContent
      // Where a layout leaves no margin, the letters would stand in part above the slide, and Chromium leaves out what is clipped away.
      title.style.top = '8px'
      ;(container.querySelector('.slidev-layout') ?? container).prepend(title)
    }
    // A picture that says nothing, or words that come with a later step.
    else if (!first.dataset.words) {
      first.dataset.words = `Slide ${slide}`
    }
    return { slide, found: first ? 1 + others.length : 0 }
  }).filter(({ found }) => found !== 1)
}

/** Gives words to links that show a picture alone, such as an icon: their title, or where they lead. Runs in the browser. */
function giveEachLinkWords(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.print-slide-container a[href]')) {
    if (link.textContent.trim() || link.querySelector('img[alt]:not([alt=""])'))
      continue
    const words = document.createElement('span')
    words.className = 'visually-hidden'
    words.textContent = link.getAttribute('aria-label') ?? (link.title || link.hostname + link.pathname)
    link.append(words)
  }
}

/**
 * Makes a picture of each formula, with what was typed for it as its words: in the browser’s PDF the signs that KaTeX draws
 * are decoration, and its MathML, which nobody sees, is not there. Runs in the browser.
 * @returns those words
 */
function giveEachFormulaWords(): string[] {
  return Array.from(document.querySelectorAll('.katex, math:not(.katex math)'), (formula) => {
    const words = (formula.querySelector('annotation') ?? formula).textContent.trim()
    formula.role = 'img'
    formula.ariaLabel = words
    formula.querySelector('.katex-html')?.removeAttribute('aria-hidden')
    formula.querySelector<HTMLElement>('.katex-mathml')?.style.setProperty('display', 'none')
    return words
  })
}

/** Links on slides, but for those to the notes of the handout, which are on paper as they are. */
const slideLinks = '.print-slide-container a[href]:not([href^="#note-"])'

/**
 * Makes the print page ready for paper: links lead to pages, and a slide that takes several pages has its
 * headings once.
 */
export async function preparePrintPage(page: Page, { slides }: Pick<Deck, 'slides'>): Promise<PrintedDeck> {
  const nameOf = (no: number): string => slideName(slides[no - 1]!)
  const site = new URL('.', page.url())
  for (const { address, slide } of await lostPictures(page))
    sayOnce(`${slide ? nameOf(slide) : 'the handout'}: the picture ${addressOnSite(address, site)} did not come, so its place is empty`)
  await page.evaluate(giveEachLinkWords)
  const formulas = new Set(await page.evaluate(giveEachFormulaWords))
  await page.evaluate(writeHeadlineWords)
  for (const { found, slide } of await page.evaluate(giveEachSlideOneTitle))
    sayOnce(`${nameOf(slide)}: expected one main heading (#), found ${found || 'none'}; ${found ? 'the first is its title' : `its title is “Slide ${slide}”`}`)
  const pages = await page.$$eval('.print-slide-container', containers => containers.map(container => ({
    // Slidev’s id: the number of the slide, then that of the step, both from 1.
    slide: Number.parseInt(container.id),
    step: Number(container.id.split('-')[1]) - 1,
    alias: container.getAttribute('data-route-alias') ?? undefined,
    titles: Array.from(container.querySelectorAll<HTMLElement>('h1:not([aria-level])'), heading => heading.dataset.words!),
  })))
  const links = await page.$$eval(slideLinks, anchors => anchors.map((anchor) => {
    const shown = anchor.textContent.trim()
    // A link that shows a number is called by it and by its source; another page may give the same source another number.
    const text = anchor.getAttribute('aria-label')?.replace(/^(\d+): /, (start, number) => number === shown ? '' : start) ?? shown
    return { href: (anchor as HTMLAnchorElement).href, text }
  }))

  const { origin, pathname: base } = site
  const isInside = (href: string): boolean => new URL(href).origin === origin
  const targets = links.map(({ href }) => {
    if (!isInside(href))
      return href
    const slide = linkedSlide(new URL(href), pages, base)
    return slide === undefined ? null : `#${slideAnchor(slide)}`
  })

  await page.$$eval(slideLinks, (anchors, targets) => anchors.forEach((anchor, index) => {
    const target = targets[index]
    // A link to what is not on paper, such as a slide outside --range, stays as text.
    if (target)
      anchor.setAttribute('href', target)
    else
      anchor.removeAttribute('href')
  }), targets)

  await page.$$eval('.print-slide-container', (containers, anchors) => {
    let headings = new Set<string | null>()
    containers.forEach((container, index) => {
      const anchor = anchors[index]!
      if (anchor !== anchors[index - 1]) {
        container.id = anchor
        headings = new Set()
      }
      for (const heading of container.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        if (headings.has(heading.textContent))
          heading.setAttribute('role', 'paragraph')
        headings.add(heading.textContent)
      }
    })
  }, pages.map(({ slide }) => slideAnchor(slide)))

  return {
    pages,
    formulas,
    linkTexts: new Map(links.filter(({ href }) => !isInside(href)).map(({ href, text }) => [href, text])),
  }
}
