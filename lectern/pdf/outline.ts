import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRef } from 'pdf-lib'

/** An entry of the outline: a heading of the document, or any words over entries that are. */
export interface OutlineEntry {
  title: string
  /** The page that has its heading, from 1, where that is known: the entry leads to its top where no heading there has its words. */
  page?: number | undefined
  children?: OutlineEntry[]
}

/**
 * The outline of slides: each chapter, which a slide opens, with its slides. Slides before the first stand alone.
 * @param labelOf what a chapter is called
 */
export function outlineByChapter(slides: readonly { title: string, chapter?: string | undefined, page?: number | undefined }[], labelOf: (chapter: string) => string): OutlineEntry[] {
  const outline: OutlineEntry[] = []
  for (const { chapter, ...slide } of slides) {
    if (chapter)
      outline.push({ title: labelOf(chapter), children: [] });
    (outline.at(-1)?.children ?? outline).push(slide)
  }
  return outline
}

/** A heading as Chromium put it into its own outline, which has one entry for each. */
interface Heading {
  title: string
  destination: PDFObject
  /** Number of its page, from 1. */
  page: number
}

interface Placed {
  title: string
  destination: PDFObject
  children: Placed[]
}

const key = PDFName.of

/**
 * Puts an outline in place of Chromium's, which has every heading, and loses the space where one breaks into lines.
 * Viewers show it on opening.
 * @throws Error that names an entry without a heading and without a page
 */
export function writeOutline(pdf: PDFDocument, outline: readonly OutlineEntry[]): void {
  const topOf = (page: number): PDFObject => pdf.context.obj([pdf.getPage(page - 1).ref, 'XYZ', null, null, null])
  const placed = place(outline, readHeadings(pdf), topOf).entries
  if (placed.length === 0)
    return
  const { context } = pdf
  const write = (entries: readonly Placed[], parent: PDFRef): { First: PDFRef, Last: PDFRef } => {
    const refs = entries.map(() => context.nextRef())
    entries.forEach(({ children, destination, title }, index) => {
      const ref = refs[index]!
      const [previous, next] = [refs[index - 1], refs[index + 1]]
      context.assign(ref, context.obj({
        Title: PDFHexString.fromText(title),
        Parent: parent,
        Dest: destination,
        ...previous && { Prev: previous },
        ...next && { Next: next },
        // A negative count: closed at first.
        ...children.length > 0 && { ...write(children, ref), Count: PDFNumber.of(-children.length) },
      }))
    })
    return { First: refs[0]!, Last: refs.at(-1)! }
  }
  const root = context.nextRef()
  context.assign(root, context.obj({ Type: 'Outlines', ...write(placed, root), Count: placed.length }))
  pdf.catalog.set(key('Outlines'), root)
  pdf.catalog.set(key('PageMode'), key('UseOutlines'))
}

function readHeadings(pdf: PDFDocument): Heading[] {
  const numbers = new Map(pdf.getPages().map((page, index) => [page.ref, index + 1] as const))
  const read = (item: PDFDict | undefined): Heading[] => {
    const headings: Heading[] = []
    for (let entry = item; entry; entry = entry.lookupMaybe(key('Next'), PDFDict)) {
      const title = entry.lookup(key('Title'))
      const destination = entry.get(key('Dest'))
      if (destination && (title instanceof PDFString || title instanceof PDFHexString))
        headings.push({ title: title.decodeText(), destination, page: numbers.get(pdf.context.lookup(destination, PDFArray).get(0) as PDFRef)! })
      headings.push(...read(entry.lookupMaybe(key('First'), PDFDict)))
    }
    return headings
  }
  return read(pdf.catalog.lookupMaybe(key('Outlines'), PDFDict)?.lookupMaybe(key('First'), PDFDict))
}

/** Finds the heading of each entry, in the order of the document, so that the same words may head several slides. */
function place(
  outline: readonly OutlineEntry[],
  headings: readonly Heading[],
  topOf: (page: number) => PDFObject,
  from = 0,
): { entries: Placed[], next: number } {
  const entries: Placed[] = []
  let next = from
  for (const { children = [], page, title } of outline) {
    // Chromium repeats a heading that it draws in two parts, or the first line of one that it moves to the next page.
    const found = headings.findIndex((heading, index) => index >= next && (page === undefined || heading.page === page)
      && (squeeze(heading.title).startsWith(squeeze(title)) || squeeze(heading.title).endsWith(squeeze(title))))
    if (children.length > 0) {
      const below = place(children, headings, topOf, next)
      const first = below.entries[0]!
      const isOwn = found >= 0 && found < headings.findIndex(({ destination }) => destination === first.destination)
      const { destination } = isOwn ? headings[found]! : first
      entries.push({ title, destination, children: below.entries })
      next = below.next
    }
    else if (found >= 0) {
      entries.push({ title, destination: headings[found]!.destination, children: [] })
      next = found + 1
    }
    else if (page !== undefined) {
      entries.push({ title, destination: topOf(page), children: [] })
    }
    else {
      throw new Error(`the outline has “${title}”, but the document has no such heading`)
    }
  }
  return { entries, next }
}

/** A text without what lines break it by. */
function squeeze(text: string): string {
  return text.replace(/[\s\u00AD\u200B\u2060\uFEFF]+/g, '')
}
