import { PDFDict, type PDFDocument, type PDFRef } from 'pdf-lib'
import { artifactEntries } from './artifacts'
import { markBounds, multiply, objectBounds, union, type Box } from './bounds'
import { formatContent, markContent, parseContent, shownObjects, type Shown } from './content'
import { readFonts } from './fonts'
import { linkTarget } from './links'
import { tagNotes, type NotesPlace } from './notes'
import { contentStreams, replaceContent, type ContentStream, type Matrix } from './streams'
import { contentIn, elementsIn, entryText, isContent, isElement, readStructure, renameIds, writeStructure } from './structure'
import type { ContentItem, StructureElement, StructureKid } from './structure'
import { isPicture, tidyTags } from './tidy'
import { markTexts, separateWords } from './words'

/** Types of Chromium's that PDF 1.7 does not know, and what they are to a reader of its time. */
const roles = { Strong: 'Span', Em: 'Span' }

/** A content stream with what it shows. */
interface ReadStream extends ContentStream {
  shown: Shown[]
  /** Where on the page each of the objects is; for text, where it begins. */
  boxes: (Box | undefined)[]
  /** The same, with all that text takes. */
  extents: (Box | undefined)[]
  /** Text of each marked content. */
  texts: Map<number, string>
}

/**
 * Completes Chromium's tags: in the content of the pages, decoration becomes artifacts and lines end between words;
 * in the tree, what says nothing goes and lists, tables, slides and notes get the parts that the standard asks for.
 * @param notes where the document has notes
 * @param formulas alternative texts of the pictures that are formulas
 */
export function completeTags(pdf: PDFDocument, notes?: NotesPlace, formulas: ReadonlySet<string> = new Set()): void {
  const tree = readStructure(pdf)
  if (!tree)
    return
  const streams = readStreams(pdf)
  const drawn = new Set(streams.flatMap(({ boxes, form, page, shown }) =>
    [...markBounds(shown, boxes).keys()].map(id => keyOf({ page, form, id }))))
  const texts = new Map(streams.flatMap(({ form, page, texts }) =>
    [...texts].map(([id, text]) => [keyOf({ page, form, id }), text] as const)))
  const pictures = new Set([...elementsIn(tree)].filter(isPicture).flatMap(contentIn).map(keyOf).filter(key => drawn.has(key)))

  // Code that moves is set word by word, each in a box of its own: a box with a space says nothing.
  const blanks = new Set([...elementsIn(tree)].filter(({ kids }) => kids.every(kid => isContent(kid) && texts.get(keyOf(kid))?.trim() === ''))
    .flatMap(contentIn).map(keyOf))
  const shape = tidyTags(tree, content => (texts.has(keyOf(content)) && !blanks.has(keyOf(content))) || pictures.has(keyOf(content)))
  const named = renameIds(placePictures(pdf, shape, streams), pdf)
  const tidy = notes
    ? tagNotes(named, notes.heading, element => contentIn(element).map(item => texts.get(keyOf(item)) ?? '').join(''),
        annotation => linkTarget(pdf.context.lookup(annotation, PDFDict)).startsWith(notes.target))
    : named
  writeStructure(pdf, typeFormulas(renumber(tidy, markStreams(pdf, streams, tidy, pictures)), formulas), roles)
}

/** Names a marked content in the whole file. */
const keyOf = ({ form, id, page }: ContentItem): string => `${page}/${form?.tag ?? ''}/${id}`

function readStreams(pdf: PDFDocument): ReadStream[] {
  const places = new Map<PDFRef, Matrix>()
  return contentStreams(pdf).map((stream) => {
    const { form, forms, matrix, resources, text } = stream
    const fonts = readFonts(resources)
    const shown = separateWords(shownObjects(parseContent(text), name => forms.has(name)), fonts)
    const outer = form && places.get(form)
    const start = outer ? multiply(matrix, outer) : matrix
    const boxes = objectBounds(shown, start, (name, place) => places.set(forms.get(name)!, place))
    const extents = objectBounds(shown, start, undefined, fonts)
    return { ...stream, shown, boxes, extents, texts: markTexts(shown, fonts) }
  })
}

/**
 * Marks the content anew. Numbers are used once on a page, its forms included, so that a reader who takes all of them
 * for one content is not led astray.
 * @returns what became of each marked content
 */
function markStreams(
  pdf: PDFDocument,
  streams: readonly ReadStream[],
  tree: StructureElement,
  pictures: ReadonlySet<string>,
): Map<string, ContentItem[]> {
  const types = new Map([...elementsIn(tree)].flatMap(({ kids, type }) =>
    kids.filter(isContent).map(item => [keyOf(item), type] as const)))
  const items = new Map<string, ContentItem[]>()
  const nextIds = new Map<number, number>()
  for (const stream of streams) {
    const { boxes, form, page, shown } = stream
    const { height, width } = pdf.getPage(page).getSize()
    const firstId = nextIds.get(page) ?? 0
    const { ids, operations } = markContent(shown, {
      typeOf: id => types.get(keyOf({ page, form, id })),
      isPicture: id => pictures.has(keyOf({ page, form, id })),
      artifact: (object, index) => artifactEntries(object, boxes[index], [width, height]),
      firstId,
    })
    replaceContent(pdf, stream, formatContent(operations))
    for (const [id, parts] of ids)
      items.set(keyOf({ page, form, id }), parts.map(part => ({ page, form, id: part })))
    nextIds.set(page, firstId + [...ids.values()].flat().length)
  }
  return items
}

/** Puts the parts of each marked content in its place. */
function renumber(element: StructureElement, items: ReadonlyMap<string, ContentItem[]>): StructureElement {
  const parts = (kid: StructureKid): StructureKid[] =>
    isElement(kid) ? [renumber(kid, items)] : isContent(kid) ? items.get(keyOf(kid)) ?? [] : [kid]
  return { ...element, kids: element.kids.flatMap(parts) }
}

/** Says of pictures that they are formulas. */
function typeFormulas(element: StructureElement, formulas: ReadonlySet<string>): StructureElement {
  const type = element.type === 'Figure' && formulas.has(entryText(element, 'Alt')) ? 'Formula' : element.type
  return { ...element, type, kids: element.kids.map(kid => isElement(kid) ? typeFormulas(kid, formulas) : kid) }
}

/** Says where on its page each picture is (ISO 32000-1, table 344). */
function placePictures(pdf: PDFDocument, root: StructureElement, streams: readonly ReadStream[]): StructureElement {
  const bounds = new Map(streams.flatMap(({ extents, form, page, shown }) =>
    [...markBounds(shown, extents)].map(([id, box]) => [keyOf({ page, form, id }), box] as const)))
  const place = (element: StructureElement): StructureElement => {
    const kids = element.kids.map(kid => isElement(kid) ? place(kid) : kid)
    const boxes = contentIn(element).map(item => bounds.get(keyOf(item))).filter(box => box !== undefined)
    if (!isPicture(element) || boxes.length === 0)
      return { ...element, kids }
    const edges = union(boxes).map(edge => Math.round(edge * 100) / 100)
    const layout = pdf.context.obj({ O: 'Layout', Placement: 'Block', BBox: edges })
    return { ...element, kids, entries: new Map([...element.entries, ['A', layout]]) }
  }
  return place(root)
}
