import { PDFArray, PDFDict, PDFName, PDFString } from 'pdf-lib'
import { elementsIn, entryText, isElement, type StructureElement } from '../structure'
import { attribute, each, elementKids, everyElement, faultIf, offender, ofType, type Rule } from './finding'
import type { TaggedPdf } from './reader'

const key = PDFName.of

/** Structure types of ISO 32000-1, 14.8.4, that Chromium or we write. */
const standardTypes = new Set([
  'Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index', 'NonStruct', 'Private',
  'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody',
  'Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot',
  'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Figure', 'Formula', 'Form',
])

/** What the parts of tables and lists may hold. */
const holds: Record<string, readonly string[]> = {
  Table: ['Caption', 'TR', 'THead', 'TBody', 'TFoot'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['Caption', 'LI', 'L'],
  LI: ['Lbl', 'LBody'],
}

/** Rules for what the tags are and how they nest. */
export const structureRules: Rule[] = [
  {
    clause: '7.1',
    name: 'types are those of the standard, or mapped to them',
    check: (file) => {
      const roles = file.pdf.catalog.lookupMaybe(key('StructTreeRoot'), PDFDict)?.lookupMaybe(key('RoleMap'), PDFDict)
      const isKnown = (type: string): boolean =>
        standardTypes.has(type) || standardTypes.has(roles?.lookupMaybe(key(type), PDFName)?.decodeText() ?? '')
      return each(elementsIn(file.tree), element => !isKnown(element.type) && offender(file, element, 'unknown type'))
    },
  },
  {
    clause: '7.2',
    name: 'tables and lists are made of their own parts',
    check: file => everyElement(file, [...Object.keys(holds)], ({ kids, type }) => {
      const strange = kids.find(kid => !isElement(kid) || !holds[type]!.includes(kid.type))
      return strange && `holds ${isElement(strange) ? strange.type : 'loose content'}`
    }),
  },
  {
    clause: '7.2',
    name: 'the rows of a table are equally wide',
    check: file => everyElement(file, ['Table'], (table) => {
      const widths = new Set([...elementsIn(table)].filter(({ type }) => type === 'TR').map(row => widthOf(file, row)))
      return faultIf(widths.size !== 1, `rows of ${[...widths].join(' and ')} cells`)
    }),
  },
  {
    clause: '7.2',
    name: 'a table with a caption begins with it',
    check: file => everyElement(file, ['Table'], ({ kids }) => {
      const captions = kids.filter(isElement).filter(({ type }) => type === 'Caption')
      const [first] = captions
      return faultIf(captions.length > 1 || (first !== undefined && (first !== kids[0] || !file.textIn(first))), 'not first, or empty')
    }),
  },
  {
    clause: '7.3',
    name: 'every figure has a text alternative',
    check: file => everyElement(file, ['Figure', 'Formula'], figure =>
      faultIf(!entryText(figure, 'Alt').trim() && !entryText(figure, 'ActualText').trim(), 'none')),
  },
  {
    clause: '7.3',
    name: 'every figure says where on its page it is',
    check: file => everyElement(file, ['Figure'], (figure) => {
      const box = attribute(file, figure, 'BBox')
      return faultIf(!(box instanceof PDFArray) || box.size() !== 4, 'no BBox')
    }),
  },
  {
    clause: '7.4.2',
    name: 'headings are in order, no level is skipped',
    check: (file) => {
      const headings = ofType(file, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6')
      const level = (heading: StructureElement | undefined): number => Number(heading?.type[1] ?? 0)
      return each(headings, (heading, index) => {
        const before = headings[index - 1]
        const isSound = file.textIn(heading) !== '' && level(heading) <= level(before) + 1
        return !isSound && offender(file, heading, `after ${before?.type ?? 'nothing'}`)
      })
    },
  },
  {
    clause: '7.4.4',
    name: 'every section has one main heading',
    check: (file) => {
      const headings = (section: StructureElement): string[] =>
        [...elementsIn(section)].filter(({ type }) => type === 'H1').map(file.textIn)
      return everyElement(file, ['Sect'], (section) => {
        const [title, ...others] = headings(section)
        return title ? faultIf(others.length > 0, 'several') : 'no main heading'
      })
    },
  },
  {
    clause: '7.5',
    name: 'header cells have a scope',
    check: file => everyElement(file, ['TH'], header =>
      faultIf(!/^\/(Row|Column|Both)$/.test(String(attribute(file, header, 'Scope'))), 'none')),
  },
  {
    clause: '7.5',
    name: 'data cells lead to their headers',
    check: (file) => {
      const ids = new Set(ofType(file, 'TH').map(header => entryText(header, 'ID')))
      const cells = ofType(file, 'TD').filter(cell => file.textIn(cell))
      return each(cells, (cell) => {
        const headers = attribute(file, cell, 'Headers')
        const named = headers instanceof PDFArray ? headers.asArray().map(name => (name as PDFString).decodeText()) : []
        return (named.length === 0 || named.some(name => !ids.has(name))) && offender(file, cell, 'no header')
      })
    },
  },
  {
    clause: '7.6',
    name: 'list items are whole',
    check: file => everyElement(file, ['LI'], (item) => {
      const types = elementKids(item).map(({ type }) => type).join(' ')
      return faultIf(!['LBody', 'Lbl LBody'].includes(types), 'not one body')
    }),
  },
  {
    clause: '7.9',
    name: 'every note has an identity, and every identity is one element’s',
    check: (file) => {
      const named = [...elementsIn(file.tree)].filter(({ entries, type }) => type === 'Note' || entries.has('ID'))
      const ids = named.map(element => entryText(element, 'ID'))
      return each(named, (element, index) =>
        (!ids[index] || ids.indexOf(ids[index]) !== ids.lastIndexOf(ids[index])) && offender(file, element, `“${ids[index]}”`))
    },
  },
]

/** Columns that the cells of a row take. */
function widthOf(file: TaggedPdf, row: StructureElement): number {
  return elementKids(row).reduce((sum, cell) => sum + Number(attribute(file, cell, 'ColSpan') ?? 1), 0)
}
