import type { Page } from 'playwright-chromium'
import { chapterLabel } from '../config/config'
import type { Deck } from '../deck/deck'
import { finishPdf, openPdf, outlineByChapter } from '../pdf/finish'
import { openPrintPage, preparePrintPage, slideLinkTexts, slideTitles, type PrintedDeck } from './print-page'
import { UserError } from '../cli/run'
import type { ExportOptions } from './options'
import type { Session } from './session'

/** Size of a slide in CSS pixels. */
export const canvas = { width: 980, height: 552 }

/** The opened print page, ready to be printed or to have its picture taken. */
export interface SlidePages extends PrintedDeck {
  page: Page
}

export interface SlidePagesOptions extends Pick<ExportOptions, 'dark' | 'range' | 'site'> {
  /** A page per step, or one per slide where its frontmatter does not ask for more. */
  everyStep: boolean
  /** Of a picture, in pixels. */
  pictureWidth: number
}

/** Lays out the slides, one page after another. */
export async function openSlidePages(
  { browser, site }: Pick<Session, 'browser' | 'site'>,
  deck: Pick<Deck, 'slides'>,
  { dark, everyStep, pictureWidth, range, site: online }: SlidePagesOptions,
): Promise<SlidePages> {
  const page = await browser.newPage({ viewport: canvas, deviceScaleFactor: pictureWidth / canvas.width })
  const query = new URLSearchParams({
    print: everyStep ? 'clicks' : 'true',
    ...range !== undefined && { range },
    ...online !== undefined && { site: online },
  })
  await openPrintPage(page, site, query, dark)
  return { page, ...await preparePrintPage(page, deck) }
}

/** Prints the pages as they are. */
export function printPages({ page }: Pick<SlidePages, 'page'>): Promise<Uint8Array> {
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
}

/**
 * Makes a file to hand out of what was printed.
 * @throws UserError where a slide does not fit its page
 */
export async function finishSlides(bytes: Uint8Array, { formulas, linkTexts, pages }: PrintedDeck, deck: Deck, date: Date): Promise<Uint8Array> {
  const count = (await openPdf(bytes)).getPageCount()
  if (count !== pages.length)
    throw new UserError(`${pages.length} pages were laid out, but ${count} were printed: a slide is larger than its page`)
  const titles = slideTitles(pages)
  const titled = [...titles].map(([no, title]) => ({
    title,
    chapter: deck.slides[no - 1]!.chapter,
    page: pages.findIndex(({ slide }) => slide === no) + 1,
  }))
  return finishPdf(bytes, {
    ...deck,
    date,
    pages,
    formulas,
    linkTexts: new Map([...linkTexts, ...slideLinkTexts(titles)]),
    outline: outlineByChapter(titled, chapter => chapterLabel(deck.config, chapter)),
  })
}
