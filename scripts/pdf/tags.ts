import { deflateSync } from 'node:zlib'
import { PDFArray, PDFName, PDFRawStream, type PDFDocument, type PDFPage } from 'pdf-lib'
import { markBounds, union } from './bounds'
import { formatContent, markContent, parseContent, shownObjects, type Shown } from './content'
import { pageFonts, streamText } from './fonts'
import { contentIn, elementsIn, isContent, isElement, readStructure, renameIds, writeStructure } from './structure'
import type { ContentItem, StructureElement } from './structure'
import { isPicture, tidyTags } from './tidy'
import { separateWords } from './words'

/** Types of Chromium's that PDF 1.7 does not know, and what they are to a reader of its time. */
const roles = { Strong: 'Span', Em: 'Span' }

/**
 * Completes Chromium's tags: in the content of the pages, decoration becomes artifacts and lines end between words;
 * in the tree, what says nothing goes and lists, tables and slides get the parts that the standard asks for.
 */
export function completeTags(pdf: PDFDocument): void {
  const tree = readStructure(pdf)
  if (!tree)
    return
  const pages = pdf.getPages()
  const pictures = keysOf([...elementsIn(tree)].filter(isPicture).flatMap(contentIn))
  const shown = pages.map(page => separateWords(shownObjects(parseContent(pageContent(page))), pageFonts(page)))
  const texts = keysOf(shown.flatMap((objects, page) => objects.flatMap(({ kind, mark }) =>
    kind === 'text' && typeof mark === 'number' ? [{ page, id: mark }] : [])))

  const shape = tidyTags(tree, content => texts.has(keyOf(content)) || pictures.has(keyOf(content)))
  const tidy = renameIds(placePictures(pdf, shape, shown), pdf)
  const types = pages.map(() => new Map<number, string>())
  for (const element of elementsIn(tidy)) {
    for (const { id, page } of element.kids.filter(isContent))
      types[page]!.set(id, element.type)
  }
  pages.forEach((page, index) => {
    const content = markContent(shown[index]!, types[index]!, id => pictures.has(keyOf({ page: index, id })))
    setPageContent(pdf, page, formatContent(content))
  })
  writeStructure(pdf, tidy, roles)
}

const keyOf = ({ id, page }: ContentItem): string => `${page}/${id}`
const keysOf = (items: readonly ContentItem[]): Set<string> => new Set(items.map(keyOf))

/** Says where on its page each picture is (ISO 32000-1, table 344). */
function placePictures(pdf: PDFDocument, root: StructureElement, shown: readonly Shown[][]): StructureElement {
  const bounds = shown.map(markBounds)
  const place = (element: StructureElement): StructureElement => {
    const kids = element.kids.map(kid => isElement(kid) ? place(kid) : kid)
    const boxes = contentIn(element).map(({ id, page }) => bounds[page]!.get(id)).filter(box => box !== undefined)
    if (!isPicture(element) || boxes.length === 0)
      return { ...element, kids }
    const edges = union(boxes).map(edge => Math.round(edge * 100) / 100)
    const layout = pdf.context.obj({ O: 'Layout', Placement: 'Block', BBox: edges })
    return { ...element, kids, entries: new Map([...element.entries, ['A', layout]]) }
  }
  return place(root)
}

/** Content of a page, a character a byte. */
export function pageContent(page: PDFPage): string {
  const content = page.node.Contents()
  const streams = content instanceof PDFArray ? content.asArray().map((_, index) => content.lookup(index)) : [content]
  return streams.map(stream => stream instanceof PDFRawStream ? streamText(stream) : '').join('\n')
}

function setPageContent(pdf: PDFDocument, page: PDFPage, content: string): void {
  const bytes = deflateSync(Buffer.from(content, 'latin1'), { level: 9 })
  const stream = PDFRawStream.of(pdf.context.obj({ Filter: 'FlateDecode', Length: bytes.length }), bytes)
  page.node.set(PDFName.of('Contents'), pdf.context.register(stream))
}
