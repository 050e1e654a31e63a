import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument } from 'pdf-lib'
import { each, elementKids, faultIf, whole, type Rule } from './finding'
import type { TaggedPdf } from './reader'

const key = PDFName.of

/** Rules for the file as a whole, its metadata and its fonts. */
export const documentRules: Rule[] = [
  {
    clause: '7.1',
    name: 'the file is tagged',
    check: ({ pdf, tree }) => {
      const marks = pdf.catalog.lookupMaybe(key('MarkInfo'), PDFDict)
      return whole([
        faultIf(marks?.get(key('Marked'))?.toString() !== 'true', 'it does not say so (MarkInfo)'),
        faultIf(marks?.get(key('Suspects'))?.toString() === 'true', 'it doubts its own tags (Suspects)'),
        faultIf(elementKids(tree)[0]?.type !== 'Document' || tree.kids.length !== 1, 'its tree is not one Document'),
      ])
    },
  },
  {
    clause: '7.1',
    name: 'the title is there and shown',
    check: ({ pdf }) => {
      const preferences = pdf.catalog.lookupMaybe(key('ViewerPreferences'), PDFDict)
      return whole([
        faultIf(String(preferences?.get(key('DisplayDocTitle'))) !== 'true', 'windows show the file’s name (DisplayDocTitle)'),
        faultIf(!pdf.getTitle(), 'it has none (Info)'),
        faultIf(!metadataOf(pdf).get('dc:title'), 'it has none (XMP)'),
      ])
    },
  },
  {
    clause: '7.1',
    name: 'Info and XMP say the same',
    check: ({ pdf }) => {
      const xmp = metadataOf(pdf)
      const time = (date: Date | undefined): string => date?.toISOString().replace('.000', '') ?? ''
      const pairs = {
        'dc:title': pdf.getTitle(),
        'dc:creator': pdf.getAuthor(),
        'dc:description': pdf.getSubject(),
        'dc:subject': pdf.getKeywords(),
        'pdf:Keywords': pdf.getKeywords(),
        'pdf:Producer': pdf.getProducer(),
        'xmp:CreatorTool': pdf.getCreator(),
        'xmp:CreateDate': time(pdf.getCreationDate()),
        'xmp:ModifyDate': time(pdf.getModificationDate()),
      }
      return each(Object.entries(pairs), ([name, info = '']) =>
        ((name === 'dc:title' && !info) || (xmp.get(name) ?? '') !== info) && { text: `${name}: “${xmp.get(name) ?? ''}” and “${info}”` })
    },
  },
  {
    clause: '7.2',
    name: 'the language is known',
    check: ({ pdf }) => {
      const value = pdf.catalog.lookup(key('Lang'))
      const lang = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
      return whole([faultIf(!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang), `it is “${lang}”`)])
    },
  },
  {
    clause: '7.21.4',
    name: 'fonts are embedded, as outlines',
    check: file => each(fonts(file).filter(font => font.get(key('Subtype')) !== key('Type0')), (font) => {
      const descriptor = font.lookupMaybe(key('FontDescriptor'), PDFDict)
      const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some(name => descriptor?.has(key(name)))
      return (!isEmbedded || font.get(key('Subtype')) === key('Type3')) && { text: nameOf(font) }
    }),
  },
  {
    clause: '7.21.7',
    name: 'characters of fonts are known as text',
    check: file => each(fonts(file).filter(font => !/^\/CIDFont/.test(String(font.get(key('Subtype'))))), font =>
      !font.has(key('ToUnicode')) && { text: nameOf(font) }),
  },
]

function fonts({ pdf }: TaggedPdf): PDFDict[] {
  return pdf.context.enumerateIndirectObjects().map(([, object]) => object)
    .filter(object => object instanceof PDFDict && object.get(key('Type')) === key('Font')) as PDFDict[]
}

const nameOf = (font: PDFDict): string => font.lookupMaybe(key('BaseFont'), PDFName)?.decodeText() ?? 'unnamed font'

/** Entries of the XMP packet by name; lists as Info has them, with commas. */
function metadataOf(pdf: PDFDocument): Map<string, string> {
  const stream = pdf.catalog.lookup(key('Metadata'))
  const packet = stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString() : ''
  return new Map([...packet.matchAll(/<((?:dc|pdf|xmp):\w+)>(.*?)<\/\1>/gs)].map(([, name = '', value = '']) => {
    const items = [...value.matchAll(/<rdf:li[^>]*>(.*?)<\/rdf:li>/gs)].map(([, item = '']) => item)
    const text = items.length ? items.join(', ') : value
    return [name, text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')]
  }))
}
