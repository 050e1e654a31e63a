import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import type { Browser, Page } from 'playwright-chromium'
import type { Site } from './serve'
import { UserError } from './run'

export interface HandoutOptions {
  paper: 'a4' | 'letter'
  /** Whether the narration stands beneath each picture. */
  notes: boolean
  /** Slides as the print page takes them, such as `2-4,7`; absent for all. */
  range: string | undefined
  dark: boolean
}

/** What Chromium printed, before its tags and metadata are completed. */
export interface PrintedHandout {
  bytes: Uint8Array
  pageCount: number
  /** What the links that leave the file say, by address. */
  linkTexts: Map<string, string>
}

/**
 * Prints the handout page of the built site. It prints twice: only a printed page knows its number, and the contents
 * need it.
 * @throws UserError where the page fails or stays empty
 */
export async function printHandout(browser: Browser, site: Pick<Site, 'url'>, options: HandoutOptions): Promise<PrintedHandout> {
  const page = await browser.newPage()
  try {
    await openHandout(page, site, options)
    const draft = await PDFDocument.load(await printPage(page), { updateMetadata: false })
    await fillInPageNumbers(page, destinationPages(draft))
    return {
      bytes: await printPage(page),
      pageCount: draft.getPageCount(),
      linkTexts: await outwardLinks(page),
    }
  }
  finally {
    await page.close()
  }
}

async function openHandout(page: Page, site: Pick<Site, 'url'>, { dark, notes, paper, range }: HandoutOptions): Promise<void> {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  const query = new URLSearchParams({ print: 'true', paper, notes: String(notes), ...range && { range } })
  await page.emulateMedia({ media: 'screen', colorScheme: dark ? 'dark' : 'light' })
  await page.goto(`${site.url}/handout?${query}`)
  const rendered = await page.waitForFunction(() =>
    document.documentElement.dataset.handout === 'ready' && document.fonts.status === 'loaded').then(() => true, () => false)
  if (errors[0] !== undefined)
    throw new UserError(`a slide failed in the handout: ${errors[0].split('\n')[0]}`)
  if (!rendered)
    throw new UserError('no sheet was rendered: the handout page of the built site stayed empty')
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

async function outwardLinks(page: Page): Promise<Map<string, string>> {
  return new Map(await page.$$eval('a[href^="http"]', links => links.map(link =>
    [(link as HTMLAnchorElement).href, link.getAttribute('aria-label') ?? link.textContent.trim()] as const)))
}
