import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-chromium'
import { chapterLabel } from '../config/config'
import type { Deck } from '../deck/deck'
import { finishPdf, openPdf, outlineByChapter } from '../pdf/finish'
import { preparePrintPage, slideAnchor, slideLinkTexts, slideTitles, type PrintedPage } from './print-page'
import { UserError } from '../cli/run'
import type { Site } from '../site/serve'
import { waitUntilWhole } from '../site/still'
import type { ExportOptions } from './options'
import type { Session } from './session'

type HandoutOptions = Pick<ExportOptions, 'paper' | 'notes' | 'keys' | 'range' | 'dark'>

/** Headings of the document’s own before and after the slides, each where there is something for it. */
const ownHeadings = { first: 'nav h2', last: '[data-contents] > :first-child' }

/** The numbered sources at the end, as a deck’s `handoutEnd` has to call them. */
const notesPlace = { heading: 'Notes', target: 'note-' }

/**
 * Prints the handout page of the built site. It prints twice: only a printed page knows its number, and the contents
 * need it.
 * @throws UserError where the page fails or stays empty
 */
export async function printHandout(
  { browser, site }: Pick<Session, 'browser' | 'site'>,
  deck: Deck,
  options: HandoutOptions,
  date: Date,
): Promise<{ bytes: Uint8Array, pageCount: number }> {
  const page = await browser.newPage()
  try {
    await openHandout(page, site, options)
    const { formulas, pages: pictures } = await preparePrintPage(page, deck)
    const draft = await openPdf(await printPage(page))
    const pageNumbers = destinationPages(draft)
    await fillInPageNumbers(page, pageNumbers)
    const titles = slideTitles([...pictures, ...await typesetSlides(page)].sort((a, b) => a.slide - b.slide))
    const entries = async (headings: string) => (await page.locator(headings).allInnerTexts()).map(title => ({ title }))
    const bytes = await finishPdf(await printPage(page), {
      ...deck,
      date,
      pages: [],
      formulas,
      linkTexts: new Map([...await handoutLinkTexts(page), ...slideLinkTexts(titles)]),
      outline: [{ title: `${deck.title}: the handout` }, ...await entries(ownHeadings.first), ...outlineByChapter(inChapters(deck, titles, pageNumbers), chapter => chapterLabel(deck.config, chapter)), ...await entries(ownHeadings.last)],
      notes: notesPlace,
    })
    return { bytes, pageCount: draft.getPageCount() }
  }
  finally {
    await page.close()
  }
}

async function openHandout(page: Page, site: Pick<Site, 'url'>, { dark, keys, notes, paper, range }: HandoutOptions): Promise<void> {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  const query = new URLSearchParams({ print: 'true', paper, notes: String(notes), keys: String(keys), ...range && { range } })
  await page.emulateMedia({ media: 'screen', colorScheme: dark ? 'dark' : 'light' })
  await page.goto(`${site.url}/handout?${query}`)
  const rendered = await page.waitForFunction(() =>
    document.documentElement.dataset.handout === 'ready' && document.fonts.status === 'loaded').then(() => waitUntilWhole(page)).then(() => true, () => false)
  if (errors[0] !== undefined)
    throw new UserError(`a slide failed in the handout: ${errors[0].split('\n')[0]}`)
  if (!rendered)
    throw new UserError('no sheet was rendered: the handout page of the built site stayed empty')
}

/** The slides that are no pictures, with their headings. */
function typesetSlides(page: Page): Promise<Pick<PrintedPage, 'slide' | 'alias' | 'titles'>[]> {
  return page.$$eval('.sheet:not(.picture)', sheets => sheets.map(sheet => ({
    slide: Number((sheet as HTMLElement).dataset.no),
    alias: undefined,
    titles: Array.from(sheet.querySelectorAll('h1'), heading => heading.dataset.words!),
  })))
}

/** Slides in order, the first of each chapter with its name: not all that open one are in the handout. */
function inChapters({ slides }: Deck, titles: ReadonlyMap<number, string>, pages: ReadonlyMap<string, number>): { title: string, chapter: string | undefined, page: number | undefined }[] {
  let open: string | undefined
  return [...titles].map(([no, title]) => {
    const chapter = slides.slice(0, no).findLast(slide => slide.chapter)?.chapter
    const isFirst = chapter !== open
    open = chapter
    return { title, chapter: isFirst ? chapter : undefined, page: pages.get(slideAnchor(no)) }
  })
}

function printPage(page: Page): Promise<Uint8Array> {
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
}

/** Page of each named destination, counted from 1. */
export function destinationPages(pdf: PDFDocument): Map<string, number> {
  const numbers = new Map(pdf.getPages().map((page, index) => [page.ref, index + 1] as const))
  const destinations = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  return new Map((destinations?.entries() ?? []).flatMap(([name, value]) => {
    const target = value instanceof PDFRef ? pdf.context.lookup(value) : value
    const ref = target instanceof PDFArray ? target.get(0) : undefined
    const number = ref instanceof PDFRef ? numbers.get(ref) : undefined
    return number === undefined ? [] : [[name.decodeText(), number] as const]
  }))
}

async function fillInPageNumbers(page: Page, numbers: Map<string, number>): Promise<void> {
  const missing = await page.$$eval('[data-page-of]', (places, known) => {
    const numberOf = new Map(known)
    return places.flatMap((place) => {
      const target = place.getAttribute('data-page-of') ?? ''
      place.textContent = String(numberOf.get(target) ?? '')
      return place.textContent ? [] : [target]
    })
  }, [...numbers])
  if (missing.length)
    throw new UserError(`the contents of the handout name what it does not hold: ${missing.join(', ')}`)
}

/** What the links say that lead out of the file, to its parts, to its notes or to the sheet, by address or by name of the place. */
async function handoutLinkTexts(page: Page): Promise<Map<string, string>> {
  return new Map(await page.$$eval('a[href^="http"], a[href^="#part-"], a[href^="#note-"], nav a[href^="#"]:not([href^="#slide-"])', links => links.map((link) => {
    const target = link.getAttribute('href')!
    const text = link.getAttribute('aria-label') ?? link.textContent.trim()
    return [target.replace(/^#/, ''), /^#note-/.test(target) ? `Note ${text}` : text] as const
  })))
}
