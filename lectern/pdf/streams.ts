import { deflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, decodePDFRawStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

/** A transformation as PDF writes it: `a b c d e f`. */
export type Matrix = [number, number, number, number, number, number]

/** A content stream that has marks: that of a page, or of a form that is drawn on one. */
export interface ContentStream {
  /** Counted from 0. */
  page: number
  /** The form; absent where it is the content of the page itself. */
  form: PDFRef | undefined
  /** What it says, a character a byte. */
  text: string
  resources: PDFDict | undefined
  /** From the coordinates of a form to those where it is drawn. */
  matrix: Matrix
  /** The forms with marks that it draws, by the names that its content has for them. */
  forms: ReadonlyMap<string, PDFRef>
}

const key = PDFName.of
const unchanged: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * The streams of every page, each before those that it draws. Chromium puts into a form what CSS makes see-through,
 * blends or filters, and marks it there (ISO 32000-1, 14.7.4.3).
 */
export function contentStreams(pdf: PDFDocument): ContentStream[] {
  return pdf.getPages().flatMap(({ node }, page) => {
    const seen = new Set<PDFRef>()
    const below = (resources: PDFDict | undefined): { forms: Map<string, PDFRef>, streams: ContentStream[] } => {
      const forms = markedForms(resources)
      const streams = [...forms.values()].flatMap((form) => {
        if (seen.has(form))
          return []
        seen.add(form)
        const stream = pdf.context.lookup(form) as PDFRawStream
        const own = stream.dict.lookupMaybe(key('Resources'), PDFDict)
        const drawn = below(own)
        const matrix = stream.dict.lookupMaybe(key('Matrix'), PDFArray)?.asArray().map(value => (value as PDFNumber).asNumber())
        return [
          { page, form, text: streamText(stream), resources: own, matrix: (matrix ?? unchanged) as Matrix, forms: drawn.forms },
          ...drawn.streams,
        ]
      })
      return { forms, streams }
    }
    const content = node.Contents()
    const parts = content instanceof PDFArray ? content.asArray().map((_, index) => content.lookup(index)) : [content]
    const text = parts.map(part => part instanceof PDFRawStream ? streamText(part) : '').join('\n')
    const resources = node.Resources()
    const { forms, streams } = below(resources)
    return [{ page, form: undefined, text, resources, matrix: unchanged, forms }, ...streams]
  })
}

/** Forms that have marks of their own, or draw others that have. */
function markedForms(resources: PDFDict | undefined): Map<string, PDFRef> {
  const objects = resources?.lookupMaybe(key('XObject'), PDFDict)
  return new Map((objects?.entries() ?? []).flatMap(([name, ref]) => {
    const stream = objects!.lookup(name)
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream) || stream.dict.get(key('Subtype')) !== key('Form'))
      return []
    const hasMarks = stream.dict.has(key('StructParents'))
      || markedForms(stream.dict.lookupMaybe(key('Resources'), PDFDict)).size > 0
    return hasMarks ? [[name.toString(), ref] as const] : []
  }))
}

/** Number under which the parent tree has the owners of what is marked in a stream. */
export function structParents(pdf: PDFDocument, { form, page }: { page: number, form?: PDFRef | undefined }): number | undefined {
  const dict = form ? (pdf.context.lookup(form) as PDFRawStream).dict : pdf.getPage(page).node
  return dict.lookupMaybe(key('StructParents'), PDFNumber)?.asNumber()
}

/** What a stream holds, a character a byte. */
export function streamText(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** Puts other content into the place of a stream’s. */
export function replaceContent(pdf: PDFDocument, { form, page }: ContentStream, content: string): void {
  const bytes = deflateSync(Buffer.from(content, 'latin1'), { level: 9 })
  const { context } = pdf
  if (form) {
    const dict = (context.lookup(form) as PDFRawStream).dict.clone()
    dict.set(key('Filter'), key('FlateDecode'))
    dict.set(key('Length'), PDFNumber.of(bytes.length))
    dict.delete(key('DecodeParms'))
    context.assign(form, PDFRawStream.of(dict, bytes))
  }
  else {
    const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: bytes.length }), bytes)
    pdf.getPage(page).node.set(key('Contents'), context.register(stream))
  }
}
