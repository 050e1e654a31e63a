import { PDFDocument, PDFName, PDFNumber, PDFRef, PDFString, type PDFObject } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { openPdf } from '../../pdf/finish'
import { elementsIn, entryText, isElement, readStructure, renameIds, writeStructure } from '../../pdf/structure'
import type { StructureElement, StructureKid } from '../../pdf/structure'
import { completeTags } from '../../pdf/tags'
import { tidyTags } from '../../pdf/tidy'
import { tag, taggedPdf } from './tagged-pdf'

const alt: [string, PDFObject][] = [['Alt', PDFString.of('A picture')]]

/** An element; numbers are marked contents of the first page. */
function element(type: string, kids: (StructureKid | number)[], entries: [string, PDFObject][] = []): StructureElement {
  return { type, entries: new Map(entries), kids: kids.map(kid => typeof kid === 'number' ? { page: 0, id: kid } : kid) }
}

/** A tree in brackets, such as `P(1 Span(2))`. */
function show(kid: StructureKid): string {
  if (!isElement(kid))
    return 'id' in kid ? String(kid.id) : 'link'
  return `${kid.type}(${kid.kids.map(show).join(' ')})`
}

/** What becomes of the content of a document. */
function tidied(kids: StructureKid[], hidden: number[] = []): string {
  const root = element('StructTreeRoot', [element('Document', kids)])
  return show(tidyTags(root, ({ id }) => !hidden.includes(id))).replace(/^StructTreeRoot\(Document\((.*)\)\)$/, '$1')
}

describe('tidyTags', () => {
  it('drops wrappers that say nothing, and what has nothing to read', () => {
    const inner = element('Div', [element('P', [element('NonStruct', [2])]), element('P', [3])])
    expect(tidied([element('NonStruct', [1, inner])], [1, 3])).toBe('Sect(P(2))')
  })

  it('gives loose text a paragraph', () => {
    expect(tidied([element('P', [1]), element('NonStruct', [2]), element('Link', [3]), element('P', [4])]))
      .toBe('Sect(P(1) P(2 Link(3)) P(4))')
  })

  it('makes a section for each main heading, from there to the next', () => {
    expect(tidied([element('P', [1]), element('H1', [2]), element('P', [3]), element('H1', [4]), element('P', [5]), element('H1', [6])]))
      .toBe('Sect(P(1) H1(2) P(3)) Sect(H1(4) P(5)) Sect(H1(6))')
  })

  it('gives a list item one body, beside its label', () => {
    const labelled = element('LI', [element('Lbl', [1]), element('NonStruct', [2]), element('P', [3])])
    expect(tidied([element('L', [labelled, element('LI', [4])])]))
      .toBe('Sect(L(LI(Lbl(1) LBody(2 P(3))) LI(LBody(4))))')
  })

  it('parts a table into head and body, its caption first, its corner complete', () => {
    const row = (...cells: [string, number][]): StructureElement => element('TR', cells.map(([type, id]) => element(type, [id])))
    expect(tidied([element('Table', [row(['TH', 1], ['TH', 2]), row(['TH', 3], ['TD', 4], ['TD', 5]), element('Caption', [6])])]))
      .toBe('Sect(Table(Caption(6) THead(TR(TD() TH(1) TH(2))) TBody(TR(TH(3) TD(4) TD(5)))))')
  })

  it('keeps a picture, and makes a group of a figure that is none', () => {
    expect(tidied([element('Figure', [1], alt)])).toBe('Sect(Figure(1))')
    const table = element('Table', [element('TR', [element('TD', [1])])])
    expect(tidied([element('Figure', [table, element('Caption', [element('Strong', [2]), 3, element('P', [4])])])]))
      .toBe('Sect(Div(Table(TBody(TR(TD(1)))) P(Strong(2) 3) P(4)))')
  })

  it('keeps what a figure with a name holds, and reads no name instead', () => {
    const chart = element('Figure', [1], alt)
    const figure = element('Figure', [element('NonStruct', [chart]), element('Caption', [2])], alt)
    const root = tidyTags(element('StructTreeRoot', [element('Document', [figure])]), () => true)
    expect(show(root)).toBe('StructTreeRoot(Document(Sect(Div(Figure(1) P(2)))))')
    expect([...elementsIn(root)].filter(({ entries }) => entries.has('Alt')).map(({ type }) => type)).toEqual(['Figure'])
  })
})

/** Numbers of the marks of the first page as they open, and those to which its structure tree leads, as pdf.js has them. */
async function marksOf(pdf: PDFDocument): Promise<{ opened: string[], placed: string[] }> {
  const page = await (await getDocument({ data: await pdf.save(), verbosity: 0 }).promise).getPage(1)
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const placed: string[] = []
  const visit = (node: unknown): void => {
    const { children = [], id, type } = node as { children?: unknown[], id?: string, type?: string }
    if (type === 'content')
      placed.push(id!)
    children.forEach(visit)
  }
  visit(await page.getStructTree())
  const number = (id: string): string => id.replace(/.*_mc/, '')
  return { opened: items.flatMap(item => 'id' in item && item.id ? [number(item.id)] : []), placed: placed.map(number) }
}

describe('completeTags', () => {
  it('leaves an untagged file as it is', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    completeTags(pdf)
    expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false)
  })

  it('says where on its page a picture is', async () => {
    const figure = tag('Figure', 'label', { entries: { Alt: PDFString.of('A picture') } })
    const pdf = await openPdf(await taggedPdf([[tag('H1', 'Title'), figure]]))
    completeTags(pdf)
    const tree = readStructure(pdf)!
    expect(show(tree)).toBe('StructTreeRoot(Document(Sect(H1(0) Figure(1))))')
    const [sect] = (tree.kids[0] as StructureElement).kids as StructureElement[]
    expect(String((sect!.kids[1] as StructureElement).entries.get('A'))).toContain('/BBox [ 50 395.75 52.5 396.75 ]')
  })

  it('lists the parts of a mark that decoration parts, in the order of the page', async () => {
    const page = [tag('H1', 'Title'), tag('Link', 'read it there', { underlined: true, url: 'https://example.com/' }), tag('P', 'End')]
    const pdf = await openPdf(await taggedPdf([page]))
    completeTags(pdf)
    expect(show(readStructure(pdf)!)).toBe('StructTreeRoot(Document(Sect(H1(0) P(Link(1 2 3 link)) P(4))))')
    expect(await marksOf(pdf)).toEqual({ opened: ['0', '1', '2', '3', '4'], placed: ['0', '1', '2', '3', '4'] })
  })

  it('marks what is drawn in a form there, and goes on counting', async () => {
    const figure = tag('Figure', 'see through', { entries: { Alt: PDFString.of('A picture') }, layered: true, underlined: true })
    const pdf = await openPdf(await taggedPdf([[tag('H1', 'Title'), figure, tag('P', 'pale', { layered: true }), tag('P', 'End')]]))
    completeTags(pdf)
    const tree = readStructure(await openPdf(await pdf.save()))!
    expect(show(tree)).toBe('StructTreeRoot(Document(Sect(H1(0) Figure(2) P(3) P(1))))')
    const [, picture, pale] = ((tree.kids[0] as StructureElement).kids[0] as StructureElement).kids as StructureElement[]
    expect(picture!.kids[0]).toMatchObject({ page: 0, form: expect.any(PDFRef) as PDFRef })
    expect(pale!.kids[0]).toMatchObject({ page: 0, form: expect.any(PDFRef) as PDFRef })
    expect(String(picture!.entries.get('A'))).toContain('/BBox [ 60 370 69 376.75 ]')
    expect((await marksOf(pdf)).opened).toEqual(['0', '2', '3', '1'])
  })

  it('makes notes of a list, and references of what leads to them', async () => {
    const pdf = await openPdf(await taggedPdf([
      [tag('H1', 'Talk'), tag('P', 'said', { kids: [tag('Link', '1', { url: 'note-1' }), tag('Link', 'x', { url: 'slide-1' })] })],
      [tag('H1', 'Notes'), tag('L', [tag('LI', [tag('Lbl', '1.'), tag('NonStruct', 'here')]), tag('LI', [tag('NonStruct', 'there')])])],
    ]))
    completeTags(pdf, { heading: 'Notes', target: 'note-' })
    const tree = readStructure(pdf)!
    expect(show(tree)).toBe('StructTreeRoot(Document(Sect(H1(0) P(1 Reference(Link(2 link)) Link(3 link))) '
      + 'Sect(H1(0) L(LI(Lbl(1) LBody(Note(2))) LI(LBody(Note(3)))))))')
    const ids = [...elementsIn(tree)].filter(({ type }) => type === 'Note').map(note => entryText(note, 'ID'))
    expect(ids).toEqual(['note-1', 'note-2'])
  })
})

describe('writeStructure', () => {
  it('reads back what it wrote, over several pages and with links', async () => {
    const first = [tag('P', 'One'), tag('Link', 'Two', { url: 'https://example.com/' })]
    const pdf = await openPdf(await taggedPdf([first, [tag('P', 'Three')]]))
    const tree = readStructure(pdf)!
    const [, link] = (tree.kids[0] as StructureElement).kids
    const paragraph = element('P', [{ page: 0, id: 0 }, { page: 1, id: 0 }])
    writeStructure(pdf, element('StructTreeRoot', [element('Document', [paragraph, link!])]), {})
    const saved = readStructure(await openPdf(await pdf.save()))!
    expect(show(saved)).toBe('StructTreeRoot(Document(P(0 0) Link(1 link)))')
    expect(((saved.kids[0] as StructureElement).kids[0] as StructureElement).kids).toEqual([{ page: 0, id: 0 }, { page: 1, id: 0 }])
  })
})

describe('renameIds', () => {
  it('numbers headers in order, and follows them into the cells', async () => {
    const pdf = await PDFDocument.create()
    const { context } = pdf
    const cell = context.obj({ O: 'Table', Headers: [PDFString.of('node00000353')], ColSpan: PDFNumber.of(1) })
    const table = renameIds(element('Table', [
      element('TH', [1], [['ID', PDFString.of('node00000353')]]),
      element('TD', [2], [['A', cell]]),
    ]), pdf)
    const [header, data] = table.kids as StructureElement[]
    expect(entryText(header!, 'ID')).toBe('header-0001')
    expect(String(data!.entries.get('A'))).toMatch(/\/Headers \[ \(header-0001\) \]\s+\/ColSpan 1/)
  })
})
