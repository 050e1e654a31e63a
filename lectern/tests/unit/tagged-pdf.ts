import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFObject, type PDFRef } from 'pdf-lib'

/** An element of a small document, in the form in which Chromium tags it. */
export interface Tag {
  type: string
  /** What it says itself; every text becomes a marked content. */
  text?: string
  /** Whether a line is drawn after each of its words, within its mark. */
  underlined?: boolean
  /** Whether it is drawn in a form of its own, as what CSS makes see-through. */
  layered?: boolean
  /** Where a link leads: a web address, or the name of a place in the file. */
  url?: string
  entries?: Record<string, PDFObject>
  kids?: Tag[]
}

export const tag = (type: string, content: string | Tag[] = [], more: Omit<Tag, 'type'> = {}): Tag =>
  ({ type, ...typeof content === 'string' ? { text: content } : { kids: content }, ...more })

const name = PDFName.of

/** Attributes of a cell of a table. */
export function cellAttributes(entries: Record<string, string | string[]>): PDFObject {
  const dict = PDFDict.withContext(undefined as never)
  dict.set(name('O'), name('Table'))
  for (const [entry, value] of Object.entries(entries)) {
    const list = PDFArray.withContext(undefined as never)
    if (Array.isArray(value))
      value.forEach(item => list.push(PDFString.of(item)))
    dict.set(name(entry), Array.isArray(value) ? list : name(value as string))
  }
  return dict
}

/** A header cell. @param scope `Column` or `Row` */
export const headerCell = (text: string, scope: string, id: string): Tag =>
  tag('TH', text, { entries: { A: cellAttributes({ Scope: scope }), ID: PDFString.of(id) } })

/** Elements of a type in a file. */
export function elementsOfType(pdf: PDFDocument, type: string): PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) =>
    object instanceof PDFDict && object.get(name('Type')) === name('StructElem') && object.get(name('S')) === name(type) ? [object] : [])
}

/** What an element holds. */
export const kidsOf = (element: PDFDict): PDFArray => element.lookup(name('K'), PDFArray)

/** Every character of the font is as wide as half its size, and its code is its number in Unicode. */
const toUnicode = `2 beginbfrange
<0020> <007E> <0020>
<2010> <2026> <2010>
endbfrange
1 beginbfchar
<00F7> <00F7>
endbfchar`

/** Writes a small tagged PDF as Chromium does, one page for each list of elements. */
export async function taggedPdf(pages: readonly Tag[][]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const { context } = pdf
  const stream = (text: string): PDFRef => context.register(PDFRawStream.of(context.obj({ Length: text.length }), Buffer.from(text, 'latin1')))
  const font = context.register(context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'AAAAAA+Plain',
    Encoding: 'Identity-H',
    ToUnicode: stream(toUnicode),
    DescendantFonts: [context.register(context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'AAAAAA+Plain',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      DW: 500,
      FontDescriptor: context.register(context.obj({ Type: 'FontDescriptor', FontName: 'AAAAAA+Plain', Flags: 4, FontFile2: stream('') })),
    }))],
  }))

  const root = context.nextRef()
  const document = context.nextRef()
  const headings: { title: string, destination: PDFObject }[] = []
  const parents: PDFObject[] = []
  const kids = pages.flatMap((tags, index) => {
    const page = pdf.addPage([735, 414])
    const owners: PDFRef[] = []
    const links: PDFRef[] = []
    const layers: Record<string, PDFRef> = {}
    const resources = { Font: { F1: font } }
    // The background, which Chromium leaves without a mark.
    let content = '1 1 1 rg 0 0 735 414 re f\n'
    const write = (item: Tag, parent: PDFRef): PDFRef => {
      const ref = context.nextRef()
      const own: PDFObject[] = []
      if (item.text !== undefined) {
        const count = owners.push(ref) - 1
        // A form counts its marks anew.
        const id = item.layered ? 0 : count
        const lines = (item.underlined ? item.text.split(/(?<= )/) : [item.text]).map((line) => {
          const codes = [...line].map(character => character.charCodeAt(0).toString(16).padStart(4, '0')).join('')
          return `BT\n/F1 1 Tf\n1 0 0 1 50 ${400 - 4 * count} Tm\n<${codes}> Tj\nET\n${item.underlined ? '50 390 9 1 re f\n' : ''}`
        })
        const marked = `/${item.type} <</MCID ${id} >>BDC\n${lines.join('')}EMC\n`
        if (item.layered) {
          const layer = context.register(context.stream(marked, {
            Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 735, 414], Resources: resources, StructParents: 2000 + 100 * index + count,
          }))
          layers[`X${count}`] = layer
          content += `q 1 0 0 1 10 -20 cm /X${count} Do Q\n`
          own.push(context.obj({ Type: 'MCR', Pg: page.ref, Stm: layer, MCID: id }))
        }
        else {
          content += marked
          own.push(context.obj(id))
        }
      }
      if (item.url !== undefined) {
        const link = context.register(context.obj({
          Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], StructParent: parents.length,
          ...item.url.includes(':') ? { A: { S: 'URI', URI: PDFString.of(item.url) } } : { Dest: item.url },
        }))
        parents.push(ref)
        links.push(link)
        own.push(context.obj({ Type: 'OBJR', Obj: link, Pg: page.ref }))
      }
      if (/^H\d$/.test(item.type))
        headings.push({ title: item.text ?? '', destination: context.obj([page.ref, 'XYZ', 0, 414, 0]) })
      own.push(...(item.kids ?? []).map(kid => write(kid, ref)))
      const element = context.obj({ Type: 'StructElem', S: item.type, P: parent, Pg: page.ref, K: own })
      Object.entries(item.entries ?? {}).forEach(([key, value]) => element.set(name(key), value))
      context.assign(ref, element)
      return ref
    }
    const refs = tags.map(item => write(item, document))
    page.node.set(name('Resources'), context.obj({ ...resources, XObject: layers }))
    page.node.set(name('Contents'), stream(content))
    page.node.set(name('Tabs'), name('S'))
    page.node.set(name('StructParents'), context.obj(1000 + index))
    if (links.length)
      page.node.set(name('Annots'), context.obj(links))
    return refs
  })
  context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: kids }))
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: document }))
  pdf.catalog.set(name('StructTreeRoot'), root)
  pdf.catalog.set(name('MarkInfo'), context.obj({ Marked: true }))

  const outlines = context.nextRef()
  const items = headings.map(() => context.nextRef())
  headings.forEach(({ destination, title }, index) => context.assign(items[index]!, context.obj({
    Title: PDFHexString.fromText(title), Parent: outlines, Dest: destination, ...items[index + 1] && { Next: items[index + 1] },
  })))
  if (items.length) {
    context.assign(outlines, context.obj({ First: items[0]!, Last: items.at(-1)!, Count: items.length }))
    pdf.catalog.set(name('Outlines'), outlines)
  }
  return pdf.save({ useObjectStreams: false })
}
