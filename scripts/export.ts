import { rmSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { findBrowser, launchBrowser } from './browser'
import { loadDeck, type Deck } from './deck'
import { exportHelp, parseExportOptions, pdfName, slidesInRange, type ExportOptions } from './export-options'
import { completeTags, describeLinks, describePdf, openPdf, tidyOutline } from './pdf'
import { openPrintPage, preparePrintPage, slideAnchor, slideTitles } from './print-page'
import { build, main, progress, secondsSince, UserError } from './run'
import { serveDist } from './serve'

await main('export', async () => {
  const start = performance.now()
  const options = parseExportOptions(process.argv.slice(2))
  if (options.help)
    return console.log(exportHelp)

  const deck = await loadDeck()
  const slides = slidesInRange(options.range, deck.slides.length)
  const file = join(options.output, pdfName(options))
  const partFile = await reserve(file)
  const browserPath = await findBrowser()

  if (options.build) {
    progress('Building the site …')
    await build()
  }
  progress(`Laying out ${slides.length} slides …`)
  const browser = await launchBrowser(browserPath)
  try {
    const { bytes, pageCount } = await printDeck(browser, deck, options)
    await writeFile(partFile, bytes)
    await rename(partFile, file)
    progress()
    console.log(`${file}: ${pageCount} pages, ${Math.round(bytes.length / 1000)} kB, ${secondsSince(start)}`)
  }
  finally {
    await browser.close()
  }
})

async function printDeck(
  browser: Browser,
  deck: Deck,
  { dark, range, withClicks }: ExportOptions,
): Promise<{ bytes: Uint8Array, pageCount: number }> {
  const site = await serveDist()
  try {
    const page = await browser.newPage()
    const query = new URLSearchParams({ print: withClicks ? 'clicks' : 'true', ...range && { range } })
    await openPrintPage(page, site, query, dark)
    const { linkTexts, pages } = await preparePrintPage(page)
    progress(`Printing ${pages.length} pages …`)
    const pdf = await openPdf(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }))
    if (pdf.getPageCount() !== pages.length)
      throw new UserError(`${pages.length} pages were laid out, but ${pdf.getPageCount()} were printed: a slide is larger than its page`)

    const titles = slideTitles(pages)
    const words = new Map([...linkTexts, ...[...titles].map(([slide, title]) => [slideAnchor(slide), `Slide ${slide}: ${title}`] as const)])
    describePdf(pdf, deck, new Date())
    describeLinks(pdf, target => words.get(target) ?? target)
    tidyOutline(pdf, [...titles.values()])
    completeTags(pdf)
    return { bytes: await pdf.save(), pageCount: pages.length }
  }
  catch (error) {
    // Whichever call was waiting when the browser died, it says so in its own words.
    throw /crashed|has been closed/.test(String(error)) ? new UserError('the browser crashed while printing') : error
  }
  finally {
    site.close()
  }
}

/** Makes sure, before the long work, that the PDF can be written; returns where to write it until it is whole. */
async function reserve(file: string): Promise<string> {
  const partFile = `${file}.part`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(partFile, '')
    process.once('exit', () => rmSync(partFile, { force: true }))
  }
  catch (error) {
    throw new UserError(`--output: cannot write to “${dirname(file)}” (${(error as NodeJS.ErrnoException).code})`)
  }
  return partFile
}
