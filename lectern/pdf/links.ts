import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib'

const key = PDFName.of

/**
 * Gives every link the words that a screen reader speaks for it.
 * @param texts by target: a web address, or the name of a destination in the file; without words it speaks for itself
 */
export function describeLinks(pdf: PDFDocument, texts: ReadonlyMap<string, string>): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots()
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations!.lookup(index, PDFDict)
      if (annotation.get(key('Subtype')) !== key('Link'))
        continue
      const target = linkTarget(annotation)
      annotation.set(key('Contents'), PDFHexString.fromText(texts.get(target) || target))
    }
  }
}

/** Web address of a link, or the name of its destination. */
export function linkTarget(annotation: PDFDict): string {
  const address = annotation.lookupMaybe(key('A'), PDFDict)?.lookup(key('URI'))
  const target = address ?? annotation.lookup(key('Dest'))
  const isText = target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString
  return isText ? target.decodeText() : ''
}
