import PptxGenJS from 'pptxgenjs'
import type { Deck } from '../deck/deck'
import { plainNote } from '../narration/notes'
import type { PrintedPage } from './print-page'
import type { Picture } from './images'
import { joinNodes, joinSentences } from './alt-text'
import { liftText } from './lift-text'
import { packInFewColours } from './pack'
import { legal, mendPackage } from './pptx-package'
import { arialWidths, isStacked, shapeWriter } from './pptx-text'
import type { ReadNode, SlideText, TextBlock } from './slide-text'
import { canvas } from './slides'

/** Inches of a slide, 16 : 9, as PowerPoint makes its own. */
const slide = { width: 13 + 1 / 3, height: 7.5 }

/**
 * A PowerPoint file with a picture on each slide. The headline, block quotes and tables are text over it, where they stand on
 * a ground of one colour, and so are not in the picture; all else that the picture says is its alternative text. A file
 * names fonts, it does not hold them, so texts are small enough to fit in Arial, too.
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
    const { links, png, text } = await picture
    const { blocks, tables, ...lifted } = await liftText(png, text, canvas.width)
    return { links, text, blocks, tables, png: await packInFewColours(lifted) }
  }))
  const titles = pages.map((page, index) => legal(page.titles[0] ?? '') + suffixOf(index, pages))
  const widths = await arialWidths()
  const shapes: string[] = []
  const altTexts: string[] = []
  for (const [index, { slide: no }] of pages.entries()) {
    const { blocks, links, png, tables, text } = taken[index]!
    const written = tables.filter(({ part }) => isStacked(blocks.filter(block => block.part === part)))
    const isWritten = ({ block, part }: Pick<ReadNode, 'block' | 'part'>): boolean =>
      (block !== undefined && blocks.includes(text.blocks[block]!)) || written.some(table => table.part === part)
    const say = (nodes: readonly ReadNode[]): string => legal(joinSentences(joinNodes(nodes)))
    altTexts.push(say(text.nodes.filter(node => !isWritten(node))))
    const sheet = pptx.addSlide({ masterName: 'Picture' })
    sheet.addText(titles[index]!, { placeholder: 'title' })
    sheet.addImage({
      data: `image/png;base64,${png.toString('base64')}`,
      altText: altTexts.at(-1)!,
      x: 0,
      y: 0,
      w: slide.width,
      h: slide.height,
    })
    for (const { box, url, words } of links) {
      sheet.addShape('rect', {
        // PowerPoint takes a click where a shape is filled, be it with nothing to see.
        fill: { color: 'FFFFFF', transparency: 100 },
        hyperlink: { url, tooltip: legal(words) },
        objectName: legal(words),
        x: box.x * slide.width,
        y: box.y * slide.height,
        w: box.width * slide.width,
        h: box.height * slide.height,
      })
    }
    if (withNotes)
      sheet.addNotes(legal(plainNote(deck.slides[no - 1]!.note, stepsOf(index, pages))))

    const writer = shapeWriter(canvas.width, slide.width * 914_400 / canvas.width, widths)
    const headline = wholeHeadline(text, blocks)
    shapes.push([
      headline.length > 0 ? writer.title(headline, suffixOf(index, pages)) : '',
      ...written.map(table => writer.table(
        table,
        blocks.filter(({ part, row }) => part === table.part && row !== undefined),
        say(text.nodes.filter(node => node.part === table.part)),
      )),
      ...blocks.filter(block => !headline.includes(block) && (block.row === undefined || !written.some(({ part }) => part === block.part)))
        .map(block => writer.text({ headline: 'Part of the headline', blockquote: 'Quote', cell: 'Cell' }[block.of], block)),
    ].join(''))
  }
  return mendPackage(await pptx.write({ outputType: 'uint8array' }) as Uint8Array, { titles, altTexts, shapes }, date)
}

/** The paragraphs of the headline, if they are all of it and stand one below the other. */
function wholeHeadline({ blocks, nodes }: SlideText, lifted: readonly TextBlock[]): TextBlock[] {
  const headline = blocks.filter(({ of }) => of === 'headline')
  const isWhole = nodes.every(({ block, display, part, text }) =>
    part !== headline[0]?.part || display !== undefined || !text.trim() || (block !== undefined && lifted.includes(blocks[block]!)))
  return isWhole && isStacked(headline) ? headline : []
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

/** What tells the title of a page from those of the same slide’s other pages. */
function suffixOf(index: number, pages: readonly PrintedPage[]): string {
  const { slide: no } = pages[index]!
  const several = pages.filter(page => page.slide === no).length
  return several > 1 ? ` (${1 + index - pages.findIndex(page => page.slide === no)} of ${several})` : ''
}
