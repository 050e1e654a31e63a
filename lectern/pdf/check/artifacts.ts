import { PDFArray, PDFDict, PDFName, PDFRawStream, decodePDFRawStream, type PDFObject, type PDFPage } from 'pdf-lib'

const key = PDFName.of

/** Strings of a content stream, in which anything may stand. */
const strings = /\((?:\\.|[^\\()])*\)|<[\dA-F\s]*>/gis

/**
 * Property lists of the artifacts of a page and of the forms that it draws, as written; empty for one without. No reader
 * hands them out, so the streams are searched for them.
 */
export function artifactLists(page: PDFPage): string[] {
  const contents = page.node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  return [...parts, ...formsIn(page.node.Resources(), new Set())].flatMap((part) => {
    const text = part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1') : ''
    return [...text.replace(strings, ' ').matchAll(/\/Artifact\s*(?:<<(.*?)>>\s*BDC|BMC)\b/gs)].map(([, list = '']) => list)
  })
}

function formsIn(resources: PDFDict | undefined, seen: Set<PDFObject>): PDFRawStream[] {
  const objects = resources?.lookupMaybe(key('XObject'), PDFDict)
  return (objects?.keys() ?? []).flatMap((name) => {
    const form = objects!.lookup(name)
    if (!(form instanceof PDFRawStream) || form.dict.get(key('Subtype')) !== key('Form') || seen.has(form))
      return []
    seen.add(form)
    return [form, ...formsIn(form.dict.lookupMaybe(key('Resources'), PDFDict), seen)]
  })
}
