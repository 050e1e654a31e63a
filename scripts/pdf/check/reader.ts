import type { PDFDocument } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf } from '../../pdf'
import { parseContent, shownObjects, type Shown } from '../content'
import { contentIn, readStructure, type ContentItem, type StructureElement } from '../structure'
import { pageContent } from '../tags'

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
  /** What each page shows, with its marks. */
  shown: Shown[][]
  outline: OutlineTarget[]
  /** Text of marked content. */
  textOf: (item: ContentItem) => string
  /** All text of an element, in reading order, with single spaces. */
  textIn: (element: StructureElement) => string
}

type PdfJs = Awaited<ReturnType<typeof getDocument>['promise']>
type Outline = Awaited<ReturnType<PdfJs['getOutline']>> | null

/** Reads the tags with pdf-lib, and text and outline with pdf.js, so that what we wrote is not judged by us alone. */
export async function readTagged(bytes: Uint8Array): Promise<TaggedPdf> {
  const pdf = await openPdf(bytes)
  const other = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const texts = await Promise.all(pdf.getPages().map((_, index) => markedTexts(other, index)))
  const outline = await readOutline(other, await other.getOutline())
  await other.destroy()

  const textOf = ({ id, page }: ContentItem): string => texts[page]?.get(id) ?? ''
  return {
    pdf,
    tree: readStructure(pdf) ?? { type: 'StructTreeRoot', entries: new Map(), kids: [] },
    shown: pdf.getPages().map(page => shownObjects(parseContent(pageContent(page)))),
    outline,
    textOf,
    textIn: element => contentIn(element).map(textOf).join('').replace(/\s+/g, ' ').trim(),
  }
}

/** Text of a page by the number of its mark. */
async function markedTexts(pdf: PdfJs, index: number): Promise<Map<number, string>> {
  const { items } = await (await pdf.getPage(index + 1)).getTextContent({ includeMarkedContent: true })
  const texts = new Map<number, string>()
  const marks: (number | undefined)[] = []
  for (const item of items) {
    const mark = marks.at(-1)
    if (!('type' in item)) {
      if (mark !== undefined)
        texts.set(mark, (texts.get(mark) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    }
    else if (item.type === 'endMarkedContent') {
      marks.pop()
    }
    else {
      const id = /_mc(\d+)$/.exec(item.id)?.[1]
      marks.push(id === undefined ? undefined : Number(id))
    }
  }
  return texts
}

async function readOutline(pdf: PdfJs, items: Outline): Promise<OutlineTarget[]> {
  return Promise.all((items ?? []).map(async ({ dest, items: children, title }) => {
    const explicit: unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    const page = await pdf.getPageIndex(explicit?.[0] as { num: number, gen: number }).catch(() => undefined)
    return { title, page, children: await readOutline(pdf, children as Outline) }
  }))
}
