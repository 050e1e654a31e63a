import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'
import { structParents } from './streams'

/** An element of the structure tree: what a piece of the document is, such as `H1` or `Table`. */
export interface StructureElement {
  type: string
  /** Entries other than those that hold the tree together, such as `Alt`, by name. */
  entries: ReadonlyMap<string, PDFObject>
  kids: StructureKid[]
}

/** Marked content of a page. */
export interface ContentItem {
  /** Counted from 0. */
  page: number
  /** The form that it stands in; absent where it stands in the content of the page itself. */
  form?: PDFRef | undefined
  id: number
}

/** An annotation, such as a link, that belongs to an element. */
export interface AnnotationItem {
  page: number
  annotation: PDFRef
}

export type StructureKid = StructureElement | ContentItem | AnnotationItem

export const isElement = (kid: StructureKid): kid is StructureElement => 'type' in kid
export const isContent = (kid: StructureKid): kid is ContentItem => 'id' in kid

/** An element that says nothing but what it is. */
export function group(type: string, kids: StructureKid[]): StructureElement {
  return { type, entries: new Map(), kids }
}

/** The elements below an element, each before those that it holds. */
export function* elementsIn(element: StructureElement): Generator<StructureElement> {
  for (const kid of element.kids.filter(isElement)) {
    yield kid
    yield* elementsIn(kid)
  }
}

/** All marked content of an element, in reading order. */
export function contentIn(element: StructureElement): ContentItem[] {
  return element.kids.flatMap(kid => isElement(kid) ? contentIn(kid) : isContent(kid) ? [kid] : [])
}

/** Text of an entry such as `Alt`; empty where there is none. */
export function entryText(element: StructureElement, name: string): string {
  const value = element.entries.get(name)
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

const held = new Set(['Type', 'S', 'P', 'K', 'Pg'])
const key = PDFName.of

/** Reads the structure tree; nothing where the file has none. */
export function readStructure(pdf: PDFDocument): StructureElement | undefined {
  const root = pdf.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)
  if (!root)
    return undefined
  const pageNumbers = new Map(pdf.getPages().map(({ ref }, index) => [ref, index] as const))
  const pageOf = (dict: PDFDict, inherited: number): number =>
    pageNumbers.get(dict.get(key('Pg')) as PDFRef) ?? inherited

  const read = (value: PDFObject | undefined, page: number): StructureKid[] => {
    const kid = pdf.context.lookup(value)
    if (kid instanceof PDFArray)
      return kid.asArray().flatMap(item => read(item, page))
    if (kid instanceof PDFNumber)
      return [{ page, id: kid.asNumber() }]
    if (!(kid instanceof PDFDict))
      return []
    const own = pageOf(kid, page)
    if (kid.has(key('MCID'))) {
      const form = kid.get(key('Stm'))
      return [{ page: own, id: kid.lookup(key('MCID'), PDFNumber).asNumber(), ...form instanceof PDFRef && { form } }]
    }
    if (kid.has(key('Obj')))
      return [{ page: own, annotation: kid.get(key('Obj')) as PDFRef }]
    return [{
      type: kid.lookup(key('S'), PDFName).decodeText(),
      entries: new Map(kid.entries().map(([name, entry]) => [name.decodeText(), entry] as const)
        .filter(([name]) => !held.has(name))),
      kids: read(kid.get(key('K')), own),
    }]
  }
  return { type: 'StructTreeRoot', entries: new Map(), kids: read(root.get(key('K')), 0) }
}

/**
 * Puts a structure tree in place of the one that the file has, with all that leads from pages and annotations into it.
 * @param roles standard types for those that are none
 */
export function writeStructure(
  pdf: PDFDocument,
  root: StructureElement,
  roles: Readonly<Record<string, string>>,
): void {
  const { context } = pdf
  const pages = pdf.getPages()
  const rootRef = context.nextRef()
  const contentOwners = new Map<number, (PDFRef | undefined)[]>(pages.flatMap((_, page) => {
    const number = structParents(pdf, { page })
    return number === undefined ? [] : [[number, []]]
  }))
  const annotationOwners = new Map<PDFRef, PDFRef>()
  const ids = new Map<string, PDFRef>()

  const write = (element: StructureElement, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const page = element.kids.flatMap(kid => isElement(kid) ? [] : kid.page)[0]
    const kids = element.kids.map((kid) => {
      if (isElement(kid))
        return write(kid, ref)
      const pageRef = pages[kid.page]!.ref
      if (!isContent(kid)) {
        annotationOwners.set(kid.annotation, ref)
        return context.obj({ Type: 'OBJR', Obj: kid.annotation, Pg: pageRef })
      }
      const number = structParents(pdf, kid)!
      const owners = contentOwners.get(number) ?? []
      owners[kid.id] = ref
      contentOwners.set(number, owners)
      return kid.page === page && !kid.form
        ? PDFNumber.of(kid.id)
        : context.obj({ Type: 'MCR', Pg: pageRef, ...kid.form && { Stm: kid.form }, MCID: kid.id })
    })
    const dict = context.obj({ Type: 'StructElem', S: element.type, P: parent })
    if (page !== undefined)
      dict.set(key('Pg'), pages[page]!.ref)
    for (const [name, value] of element.entries)
      dict.set(key(name), value)
    if (kids.length)
      dict.set(key('K'), kids.length === 1 ? kids[0]! : context.obj(kids))
    if (element.entries.has('ID'))
      ids.set(entryText(element, 'ID'), ref)
    context.assign(ref, dict)
    return ref
  }

  const topRefs = root.kids.filter(isElement).map(element => write(element, rootRef))
  const numbers = new Map<number, PDFObject>([...contentOwners].map(([number, owners]) =>
    [number, context.obj(Array.from(owners, owner => owner ?? null))]))
  for (const [annotation, owner] of annotationOwners) {
    const number = context.lookup(annotation, PDFDict).lookup(key('StructParent'), PDFNumber).asNumber()
    numbers.set(number, owner)
  }
  const sorted = [...numbers].sort(([a], [b]) => a - b)
  const names = [...ids].sort(([a], [b]) => a < b ? -1 : 1)
  context.assign(rootRef, context.obj({
    Type: 'StructTreeRoot',
    K: topRefs,
    ParentTree: { Nums: sorted.flat() },
    ParentTreeNextKey: (sorted.at(-1)?.[0] ?? -1) + 1,
    RoleMap: { ...roles },
    ...names.length && { IDTree: { Names: names.flatMap(([id, ref]) => [PDFString.of(id), ref]) } },
  }))
  pdf.catalog.set(key('StructTreeRoot'), rootRef)
}

/**
 * Names elements in the order of the document. Chromium names them after its own nodes, whose numbers differ from run
 * to run; cells of a table refer to their headers by them.
 */
export function renameIds(root: StructureElement, pdf: PDFDocument): StructureElement {
  const names = new Map<string, string>()
  for (const element of elementsIn(root)) {
    if (element.entries.has('ID'))
      names.set(entryText(element, 'ID'), `header-${String(names.size + 1).padStart(4, '0')}`)
  }
  const renamed = (value: PDFObject): PDFObject => {
    if (value instanceof PDFString || value instanceof PDFHexString)
      return PDFString.of(names.get(value.decodeText()) ?? value.decodeText())
    if (value instanceof PDFArray)
      return pdf.context.obj(value.asArray().map(renamed))
    if (value instanceof PDFDict) {
      const copy = value.clone()
      const headers = value.get(key('Headers'))
      if (headers)
        copy.set(key('Headers'), renamed(headers))
      return copy
    }
    return value
  }
  const rename = (element: StructureElement): StructureElement => ({
    ...element,
    entries: new Map([...element.entries].map(([name, value]) =>
      [name, name === 'ID' || name === 'A' ? renamed(value) : value])),
    kids: element.kids.map(kid => isElement(kid) ? rename(kid) : kid),
  })
  return rename(root)
}
