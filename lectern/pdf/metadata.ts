import { PDFName, PDFString, type PDFDocument } from 'pdf-lib'
import type { LecternConfig } from '../config/config'

export interface Metadata {
  title: string
  /** Names, separated by commas. */
  author: string
  subject: string
  keywords: readonly string[]
  /** Language of the text, such as `en`. */
  lang: string
  date: Date
  config: Pick<LecternConfig, 'pdfua'>
}

/** Writes what file managers, catalogues and viewers show, twice alike: in the old way (Info) and the new (XMP). */
export function writeMetadata(pdf: PDFDocument, about: Metadata): void {
  pdf.setTitle(about.title, { showInWindowTitleBar: true })
  // What a deck does not say is left out, here and below.
  if (about.author)
    pdf.setAuthor(about.author)
  if (about.subject)
    pdf.setSubject(about.subject)
  if (about.keywords.length > 0)
    pdf.setKeywords([about.keywords.join(', ')])
  pdf.setCreator('Slidev')
  pdf.setCreationDate(about.date)
  pdf.setModificationDate(about.date)
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(about.lang))

  const packet = Buffer.from(xmp(about, pdf.getProducer() ?? ''))
  // Never compressed, so that tools which know nothing of PDF find it.
  const stream = pdf.context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
}

/** The metadata as an XMP packet (ISO 16684-1), with the identification of PDF/UA (ISO 14289-1, 5) where the deck asks for it. */
function xmp({ author, config, date, keywords, lang, subject, title }: Metadata, producer: string): string {
  const time = date.toISOString().replace(/\.\d+Z/, 'Z')
  const list = (kind: 'Bag' | 'Seq', items: readonly string[]): string =>
    `<rdf:${kind}>${items.map(item => `<rdf:li>${escaped(item)}</rdf:li>`).join('')}</rdf:${kind}>`
  const text = (value: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"${config.pdfua ? '\n  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' : ''}>
<dc:format>application/pdf</dc:format>
<dc:title>${text(title)}</dc:title>
${author && `<dc:creator>${list('Seq', author.split(',').map(name => name.trim()))}</dc:creator>\n`}${
  subject && `<dc:description>${text(subject)}</dc:description>\n`}${
  keywords.length > 0 ? `<dc:subject>${list('Bag', keywords)}</dc:subject>\n` : ''}<dc:language>${list('Bag', [lang])}</dc:language>
${keywords.length > 0 ? `<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>\n` : ''}<pdf:Producer>${escaped(producer)}</pdf:Producer>
<xmp:CreatorTool>Slidev</xmp:CreatorTool>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:MetadataDate>${time}</xmp:MetadataDate>${config.pdfua ? '\n<pdfuaid:part>1</pdfuaid:part>' : ''}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
