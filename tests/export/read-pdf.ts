import { PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Heading {
  /** 1 to 6. */
  level: number
  /** Page, counted from 1. */
  page: number
}

export interface Link {
  page: number
  /** What a screen reader says. */
  contents: string
  url: string | undefined
  /** Page that a link inside the file leads to. */
  target: number | undefined
}

export interface OutlineItem {
  title: string
  page: number | undefined
  items: OutlineItem[]
}

export interface Font {
  name: string
  type: string
  embedded: boolean
}

/** What a reader, a screen reader and a printer find in a PDF. */
export interface ReadPdf {
  texts: string[]
  headings: Heading[]
  links: Link[]
  outline: OutlineItem[]
  /** Label of each page. */
  labels: string[]
  fonts: Font[]
  info: Record<'title' | 'author' | 'subject' | 'keywords' | 'language' | 'created' | 'modified', string | undefined>
  /** What the XMP packet says, by name, such as `dc:title`. */
  xmp: (name: string) => unknown
  tagged: boolean
  hasStructure: boolean
  showsTitle: boolean
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = await PDFDocument.load(bytes, { updateMetadata: false })
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { info, metadata } = await pdf.getMetadata()
  const { Author, CreationDate, Keywords, Language, ModDate, Subject, Title } = info as Record<string, string | undefined>
  const result: ReadPdf = {
    texts: [],
    headings: [],
    links: [],
    outline: await readOutline(pdf, await pdf.getOutline()),
    labels: await pdf.getPageLabels() ?? [],
    fonts: fontsIn(raw),
    info: {
      title: Title, author: Author, subject: Subject, keywords: Keywords, language: Language, created: CreationDate, modified: ModDate,
    },
    xmp: name => (metadata as { get: (name: string) => unknown } | null)?.get(name),
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    hasStructure: raw.catalog.has(PDFName.of('StructTreeRoot')),
    showsTitle: (await pdf.getViewerPreferences() as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
  }
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    result.texts.push(items.map(item => 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '').join(''))
    result.headings.push(...headingLevels(await page.getStructTree()).map(level => ({ level, page: number })))
    for (const { contentsObj, dest, subtype, url } of await page.getAnnotations()) {
      if (subtype === 'Link')
        result.links.push({ page: number, contents: contentsObj?.str ?? '', url, target: await pageOf(pdf, dest) })
    }
  }
  await pdf.destroy()
  return result
}

type PdfjsOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

/** pdf.js types an outline as always there. */
async function readOutline(pdf: PDFDocumentProxy, outline: PdfjsOutline | null): Promise<OutlineItem[]> {
  return Promise.all((outline ?? []).map(async ({ dest, items, title }) => ({
    title,
    page: await pageOf(pdf, dest),
    items: await readOutline(pdf, items as PdfjsOutline),
  })))
}

/** Page of a destination, which is a name or an array that begins with the page. */
async function pageOf(pdf: PDFDocumentProxy, destination: string | unknown[] | null): Promise<number | undefined> {
  const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  const page = explicit?.[0]
  return page ? await pdf.getPageIndex(page as { num: number, gen: number }) + 1 : undefined
}

function headingLevels(node: unknown): number[] {
  const { children = [], role = '' } = (node ?? {}) as { role?: string, children?: unknown[] }
  const level = /^H([1-6])$/.exec(role)?.[1]
  return [...level ? [Number(level)] : [], ...children.flatMap(headingLevels)]
}

function fontsIn(pdf: PDFDocument): Font[] {
  const dictionaries = pdf.context.enumerateIndirectObjects().map(([, object]) => object).filter(object => object instanceof PDFDict)
  const text = (dictionary: PDFDict, key: string): string => dictionary.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? ''
  return dictionaries
    // A composite font stands for the one below it, which holds the outlines.
    .filter(font => text(font, 'Type') === 'Font' && text(font, 'Subtype') !== 'Type0')
    .map((font) => {
      const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
      return {
        name: text(font, 'BaseFont'),
        type: text(font, 'Subtype'),
        embedded: ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor?.get(PDFName.of(key)) instanceof PDFRef),
      }
    })
}
