import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { TaggedPdf } from './reader'

const key = PDFName.of

/** What the parent tree has under a number: the owners of a page's marked content, or the owner of an annotation. */
export function parentsOf({ pdf }: TaggedPdf): Map<number, unknown> {
  const read = (node: PDFDict | undefined): [number, unknown][] => {
    const numbers = node?.lookupMaybe(key('Nums'), PDFArray)
    const own = Array.from({ length: (numbers?.size() ?? 0) / 2 }, (_, index): [number, unknown] =>
      [numbers!.lookup(2 * index, PDFNumber).asNumber(), numbers!.lookup(2 * index + 1)])
    const kids = node?.lookupMaybe(key('Kids'), PDFArray)
    return [...own, ...(kids?.asArray() ?? []).flatMap((_, index) => read(kids!.lookup(index, PDFDict)))]
  }
  return new Map(read(pdf.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)?.lookupMaybe(key('ParentTree'), PDFDict)))
}

/** Whether an element of the file holds such a kid itself. */
export function hasKid(pdf: TaggedPdf['pdf'], owner: unknown, test: (kid: unknown) => boolean): boolean {
  if (!(owner instanceof PDFDict))
    return false
  const kids = owner.lookup(key('K'))
  return (kids instanceof PDFArray ? kids.asArray().map(kid => pdf.context.lookup(kid)) : [kids]).some(test)
}
