import type { PDFDocument } from 'pdf-lib'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf } from '../finish'
import { entryText, isContent, isElement, readStructure, type ContentItem, type StructureElement } from '../structure'
import { readMarks, type PageMarks } from './marks'

/** An entry of the outline, as a reader follows it. */
export interface OutlineTarget {
  title: string
  /** Counted from 0; absent where it leads nowhere. */
  page: number | undefined
  children: OutlineTarget[]
}

/** A PDF as its tags tell it: what assistive technology has. */
export interface TaggedPdf {
  pdf: PDFDocument
  tree: StructureElement
  /** What each page shows, and how it is marked. */
  marks: PageMarks[]
  outline: OutlineTarget[]
  /** Text of marked content. */
  textOf: (item: ContentItem) => string
  /** All text of an element, in reading order, with single spaces; of a picture or a formula its alternative text. */
  textIn: (element: StructureElement) => string
  /** Decoration that is text, at the foot of each page. */
  footers: string[]
}

type PdfJs = Awaited<ReturnType<typeof getDocument>['promise']>
type Outline = Awaited<ReturnType<PdfJs['getOutline']>> | null

/** Share of a page’s height that is its foot. */
const FOOT = 0.06

/**
 * Reads the tree with pdf-lib, and marks, text and outline with pdf.js, so that what we wrote is not judged by us alone.
 */
export async function readTagged(bytes: Uint8Array): Promise<TaggedPdf> {
  const pdf = await openPdf(bytes)
  const other = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(pdf.getPages().map(async (_, index) => {
    const page = await other.getPage(index + 1)
    return { marks: await readMarks(page), ...await readTexts(page) }
  }))
  const outline = await readOutline(other, await other.getOutline())
  await other.destroy()

  const textOf = ({ id, page }: ContentItem): string => pages[page]?.texts.get(id) ?? ''
  return {
    pdf,
    tree: readStructure(pdf) ?? { type: 'StructTreeRoot', entries: new Map(), kids: [] },
    marks: pages.map(({ marks }) => marks),
    footers: pages.map(({ footer }) => footer),
    outline,
    textOf,
    textIn: element => wordsIn(element, textOf).replace(/\s+/g, ' ').trim(),
  }
}

function wordsIn(element: StructureElement, textOf: TaggedPdf['textOf']): string {
  return /^(?:Figure|Formula)$/.test(element.type)
    ? entryText(element, 'Alt')
    : element.kids.map(kid => isElement(kid) ? wordsIn(kid, textOf) : isContent(kid) ? textOf(kid) : '').join('')
}

/** Text of a page by the number of its mark, and what of its decoration stands at its foot. */
async function readTexts(page: PDFPageProxy): Promise<{ texts: Map<number, string>, footer: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const [, bottom = 0, , top = 0] = page.view
  const texts = new Map<number, string>()
  let footer = ''
  const marks: (number | 'artifact' | undefined)[] = []
  for (const item of items) {
    const mark = marks.at(-1)
    if (!('type' in item)) {
      if (typeof mark === 'number')
        texts.set(mark, (texts.get(mark) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
      else if (mark === 'artifact' && (item.transform as number[])[5]! - bottom < FOOT * (top - bottom))
        footer += item.str
    }
    else if (item.type === 'endMarkedContent') {
      marks.pop()
    }
    else {
      const id = /_mc(\d+)$/.exec(item.id)?.[1]
      // pdf.js hands out the tag, but its types do not say so.
      const { tag } = item as { tag?: string }
      marks.push(id !== undefined ? Number(id) : tag === 'Artifact' ? 'artifact' : mark)
    }
  }
  return { texts, footer: footer.trim() }
}

async function readOutline(pdf: PdfJs, items: Outline): Promise<OutlineTarget[]> {
  return Promise.all((items ?? []).map(async ({ dest, items: children, title }) => {
    const explicit: unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    const page = await pdf.getPageIndex(explicit?.[0] as { num: number, gen: number }).catch(() => undefined)
    return { title, page, children: await readOutline(pdf, children as Outline) }
  }))
}
