import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, decodePDFRawStream } from 'pdf-lib'
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
  /** Structure type of every element that has content, page by page. */
  types: string[]
  /** For each page, its numbered marks as they open, and those that its structure tree leads to. */
  marks: { opened: string[], placed: string[] }[]
  /** Whether a page has a footer that says that it is one. */
  footers: boolean[]
  /** How many masks go by brightness, which Ghostscript does not draw as others do. */
  luminosityMasks: number
  links: Link[]
  outline: OutlineItem[]
  /** What viewers show beside the pages on opening. */
  pageMode: string
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
    types: [],
    marks: [],
    footers: raw.getPages().map(({ node }) =>
      /\/Artifact\s*<<\s*\/Type\s*\/Pagination\s*\/Subtype\s*\/Footer\s*>>\s*BDC/.test(contentOf(node.Contents()))),
    luminosityMasks: raw.context.enumerateIndirectObjects().filter(([, object]) => /\/S\s*\/Luminosity/.test(String(object))).length,
    links: [],
    pageMode: await pdf.getPageMode(),
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
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    result.texts.push(items.map(item => 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '').join(''))
    const nodes = nodesIn(await page.getStructTree())
    // Of a list over two pages, pdf.js has all items on each.
    const types = nodes.filter(node => nodesIn(node).some(({ type }) => type === 'content')).flatMap(({ role }) => role ?? [])
    result.types.push(...types)
    result.headings.push(...types.flatMap(type => /^H[1-6]$/.test(type) ? [{ level: Number(type[1]), page: number }] : []))
    result.marks.push({
      opened: items.flatMap(item => 'id' in item && /_mc\d+$/.test(item.id) ? [item.id] : []),
      placed: nodes.flatMap(({ id, type }) => type === 'content' && id ? [id] : []),
    })
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

/** An element of a page, or marked content or an annotation below one. */
interface StructNode {
  role?: string
  type?: string
  id?: string
  children?: StructNode[]
}

/** What the structure tree has of a page, each before what it holds. */
function nodesIn(tree: unknown): StructNode[] {
  const node = (tree ?? {}) as StructNode
  return [node, ...(node.children ?? []).flatMap(nodesIn)]
}

function contentOf(contents: unknown): string {
  const parts = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  return parts.map(part => part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1') : '').join('\n')
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
