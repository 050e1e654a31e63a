import JSZip from 'jszip'
import PptxGenJS from 'pptxgenjs'
import type { Deck } from '../deck'
import type { PrintedPage } from '../print-page'
import type { Picture } from './images'
import { plainNote } from './notes'

/** Inches of a slide, 16 : 9, as PowerPoint makes its own. */
const slide = { width: 13 + 1 / 3, height: 7.5 }

/**
 * A PowerPoint file with a picture on each slide. The words are in its title, its alternative text and its notes, as
 * PowerPoint would set them in other fonts: a file names fonts, it does not hold them.
 * @param pictures one for each of `pages`
 * @param withNotes whether each slide has the notes that the deck has for it
 * @param date that the file bears, so that the same deck makes the same file
 */
export async function makePptx(
  deck: Deck,
  pages: readonly PrintedPage[],
  pictures: readonly Picture[],
  withNotes: boolean,
  date: Date,
): Promise<Uint8Array> {
  // The types of the package describe a CommonJS module, whose class is its only export.
  const pptx = new (PptxGenJS as unknown as new () => import('pptxgenjs').default)()
  pptx.title = deck.title
  pptx.author = deck.author
  pptx.subject = deck.subject
  pptx.company = ''
  pptx.defineLayout({ name: 'deck', ...slide })
  pptx.layout = 'deck'
  pptx.defineSlideMaster({
    title: 'Picture',
    objects: [{
      // Above the slide, where PowerPoint itself puts a title that only screen readers and the outline show.
      placeholder: { options: { name: 'title', type: 'title', x: 0, y: -1, w: slide.width, h: 0.9 }, text: '' },
    }],
  })

  for (const [index, { slide: no, titles }] of pages.entries()) {
    const { png, words } = pictures[index]!
    const sheet = pptx.addSlide({ masterName: 'Picture' })
    sheet.addText(titleOf(titles[0] ?? '', index, pages), { placeholder: 'title' })
    sheet.addImage({
      data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
      altText: words,
      x: 0,
      y: 0,
      w: slide.width,
      h: slide.height,
    })
    if (withNotes)
      sheet.addNotes(plainNote(deck.slides[no - 1]!.note))
  }
  return dated(await pptx.write({ outputType: 'uint8array' }) as Uint8Array, date)
}

/** The same file with another date, for all that it holds and in its properties. */
async function dated(bytes: Uint8Array, date: Date): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const properties = 'docProps/core.xml'
  const xml = await zip.file(properties)!.async('string')
  zip.file(properties, xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${date.toISOString().replace(/\.\d+/, '')}`))
  zip.forEach((_, file) => file.date = date)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}

/** A slide that takes several pages has the title of each told apart. */
function titleOf(title: string, index: number, pages: readonly PrintedPage[]): string {
  const { slide: no } = pages[index]!
  const several = pages.filter(page => page.slide === no).length
  return several > 1 ? `${title} (${1 + index - pages.findIndex(page => page.slide === no)} of ${several})` : title
}
