import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { Deck } from './deck'

/** Opens a PDF of Chromium's so that saving it keeps its tags. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false })
}

/** Fills in what a file manager and a catalogue show. */
export function describePdf(pdf: PDFDocument, deck: Pick<Deck, 'title' | 'author' | 'subject' | 'keywords'>, date: Date): void {
  pdf.setTitle(deck.title)
  pdf.setAuthor(deck.author)
  pdf.setSubject(deck.subject)
  pdf.setKeywords([deck.keywords.join(', ')])
  pdf.setCreator('Slidev')
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
}

/**
 * Makes Chromium's outline, which follows the headings, one of slides: a slide's own headings are no chapters, and
 * Chromium loses the space where a heading breaks into lines.
 * @param titles one for each main heading, in order
 */
export function tidyOutline(pdf: PDFDocument, titles: readonly string[]): void {
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  let count = 0
  for (let item = outlines?.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
    for (const key of ['First', 'Last', 'Count'])
      item.delete(PDFName.of(key))
    item.set(PDFName.of('Title'), PDFHexString.fromText(titles[count]!))
    count += 1
  }
  outlines?.set(PDFName.of('Count'), PDFNumber.of(count))
}

/**
 * Gives every link the words that a screen reader speaks for it.
 * @param words of a target: a web address, or the name of a destination in the file
 */
export function describeLinks(pdf: PDFDocument, words: (target: string) => string): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots()
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations!.lookup(index, PDFDict)
      if (annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Link'))
        annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words(targetOf(annotation))))
    }
  }
}

function targetOf(annotation: PDFDict): string {
  const address = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookupMaybe(PDFName.of('URI'), PDFString)
  return (address ?? annotation.lookup(PDFName.of('Dest'), PDFName)).decodeText()
}

/**
 * Mends what Chromium leaves short of the standard in its tags: the content of a list item is a nameless group,
 * and strong and emphasised text has types that PDF 1.7 does not know.
 */
export function completeTags(pdf: PDFDocument): void {
  const tree = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!tree)
    return
  tree.set(PDFName.of('RoleMap'), pdf.context.obj({ Strong: 'Span', Em: 'Span' }))
  for (const element of elements(tree)) {
    if (!isOfType(element, 'LI'))
      continue
    for (const child of children(element).filter(child => isOfType(child, 'NonStruct')))
      child.set(PDFName.of('S'), PDFName.of('LBody'))
  }
}

function* elements(parent: PDFDict): Generator<PDFDict> {
  for (const child of children(parent)) {
    yield child
    yield* elements(child)
  }
}

function children(element: PDFDict): PDFDict[] {
  const kids = element.lookup(PDFName.of('K'))
  const list = kids instanceof PDFArray ? kids.asArray().map((_, index) => kids.lookup(index)) : [kids]
  return list.filter(kid => kid instanceof PDFDict)
}

function isOfType(element: PDFDict, type: string): boolean {
  return element.lookup(PDFName.of('S')) === PDFName.of(type)
}
