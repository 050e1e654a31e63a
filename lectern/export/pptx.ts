import PptxGenJS from 'pptxgenjs'
import type { Deck } from '../deck/deck'
import { plainNote } from '../narration/notes'
import type { PrintedPage } from './print-page'
import type { Picture } from './images'
import { packInFewColours } from './pack'
import { mendPackage } from './pptx-package'

/** Inches of a slide, 16 : 9, as PowerPoint makes its own. */
const slide = { width: 13 + 1 / 3, height: 7.5 }

/**
 * A PowerPoint file with a picture on each slide, and its links over it. The words are in its title, its alternative
 * text and its notes, as PowerPoint would set them in other fonts: a file names fonts, it does not hold them.
 * @param pictures one for each of `pages`, as they are taken
 * @param withNotes whether each page has its part of its slide’s note: what is said from the step after the page before,
 * up to its own step, and the asides that stand there
 * @param date that the file bears, so that the same deck makes the same file
 */
export async function makePptx(
  deck: Deck,
  pages: readonly PrintedPage[],
  pictures: readonly Promise<Picture>[],
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

  const taken = await Promise.all(pictures.map(async (picture) => {
    const { links, words, ...rest } = await picture
    return { links, words, png: await packInFewColours(rest) }
  }))
  const titles = pages.map((page, index) => titleOf(page.titles[0] ?? '', index, pages))
  for (const [index, { slide: no }] of pages.entries()) {
    const { links, png, words } = taken[index]!
    const sheet = pptx.addSlide({ masterName: 'Picture' })
    sheet.addText(titles[index]!, { placeholder: 'title' })
    sheet.addImage({
      data: `image/png;base64,${png.toString('base64')}`,
      altText: words,
      x: 0,
      y: 0,
      w: slide.width,
      h: slide.height,
    })
    for (const { box, url, words } of links) {
      sheet.addShape('rect', {
        // PowerPoint takes a click where a shape is filled, be it with nothing to see.
        fill: { color: 'FFFFFF', transparency: 100 },
        hyperlink: { url, tooltip: words },
        objectName: words,
        x: box.x * slide.width,
        y: box.y * slide.height,
        w: box.width * slide.width,
        h: box.height * slide.height,
      })
    }
    if (withNotes)
      sheet.addNotes(plainNote(deck.slides[no - 1]!.note, stepsOf(index, pages)))
  }
  return mendPackage(await pptx.write({ outputType: 'uint8array' }) as Uint8Array, titles, date)
}

/** The steps that a page stands for: from the one after the slide’s page before, and on its last page all that remain. */
function stepsOf(index: number, pages: readonly PrintedPage[]): { after?: number, upTo?: number } {
  const { slide, step } = pages[index]!
  const [before, next] = [pages[index - 1], pages[index + 1]]
  return {
    ...before?.slide === slide && { after: before.step },
    ...next?.slide === slide && { upTo: step },
  }
}

/** A slide that takes several pages has the title of each told apart. */
function titleOf(title: string, index: number, pages: readonly PrintedPage[]): string {
  const { slide: no } = pages[index]!
  const several = pages.filter(page => page.slide === no).length
  return several > 1 ? `${title} (${1 + index - pages.findIndex(page => page.slide === no)} of ${several})` : title
}
