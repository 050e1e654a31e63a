import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LecternConfig } from '../../config/config'
import { checkPdf, formatReport, type RuleResult } from '../../pdf/check/check'
import { finishPdf, openPdf } from '../../pdf/finish'
import { cellAttributes, elementsOfType, headerCell, kidsOf, tag, taggedPdf } from './tagged-pdf'

const key = PDFName.of
const source = tag('P', 'Source: somewhere')

/** A deck with a rule of its own for files that have all slides. */
const config: LecternConfig = {
  pdfRules: ({ each, ofType }) => ({
    always: [],
    whole: [{ clause: 'deck', name: 'there is a table', check: file => each([file], () => ofType(file, 'Table').length === 0 && { text: 'no table' }) }],
  }),
}

/** A small deck that keeps every rule: a table, a picture, a list, a link, and all that must not be missing. */
function smallDeck(): Promise<Uint8Array> {
  const table = tag('Table', [
    tag('Caption', 'The comparison'),
    tag('TR', [headerCell('Left', 'Column', 'left'), headerCell('Right', 'Column', 'right')]),
    ...['One', 'Two', 'Three'].map(label => tag('TR', [
      headerCell(label, 'Row', label),
      ...['left', 'right'].map(side => tag('TD', `${label}, ${side}`, { entries: { A: cellAttributes({ Headers: [side, label] }) } })),
    ])),
  ])
  return taggedPdf([
    [tag('H1', 'Tables'), tag('Figure', [table, tag('Caption', [source])])],
    [
      tag('H1', 'Pictures'),
      tag('Div', [
        tag('Figure', 'a bar', { entries: { Alt: PDFString.of('A bar') }, layered: true }),
        tag('L', [tag('LI', [tag('Lbl', '1.'), tag('P', 'Item')])]),
        tag('Caption', [tag('P', 'Source:', { kids: [tag('Link', 'read it here', { underlined: true, url: 'https://example.com/' })] })]),
      ]),
    ],
    [
      tag('H1', 'Voices'),
      tag('H2', 'All of them'),
      ...['Said once.', 'Said twice.'].map(text => tag('Figure', [tag('BlockQuote', [tag('P', text)]), tag('Caption', [source])])),
    ],
  ])
}

const results = (bytes: Uint8Array): Promise<Map<string, RuleResult>> =>
  checkPdf(bytes, config).then(all => new Map(all.map(result => [result.name, result])))

let sound: Uint8Array
beforeAll(async () => {
  sound = await finishPdf(await smallDeck(), {
    title: 'T', author: 'A', subject: 'S', keywords: ['k'], lang: 'en', date: new Date(0), config: {},
    linkTexts: new Map(), pages: [], outline: ['Tables', 'Pictures', 'Voices'].map(title => ({ title })),
  })
})

const element = (pdf: PDFDocument, type: string): PDFDict => elementsOfType(pdf, type)[0]!
const attributes = (dict: PDFDict): PDFDict => dict.lookup(key('A'), PDFDict)
const link = (pdf: PDFDocument): PDFDict => pdf.getPage(1).node.lookup(key('Annots'), PDFArray).lookup(0, PDFDict)
const retype = (pdf: PDFDocument, from: string, to: string): void => element(pdf, from).set(key('S'), key(to))
const font = (pdf: PDFDocument, subtype: string): PDFDict => pdf.context.enumerateIndirectObjects().map(([, object]) => object)
  .find(object => object instanceof PDFDict && object.get(key('Subtype')) === key(subtype)) as PDFDict

/** Puts something into the content of the first page. */
function show(pdf: PDFDocument, content: string): void {
  const page = pdf.getPage(0).node
  const added = PDFRawStream.of(pdf.context.obj({ Length: content.length }), Buffer.from(content))
  page.set(key('Contents'), pdf.context.obj([page.get(key('Contents'))!, pdf.context.register(added)]))
}

/** For every rule, what breaks it. */
const mistakes: Record<string, (pdf: PDFDocument) => void> = {
  'the file is tagged': pdf => pdf.catalog.lookup(key('MarkInfo'), PDFDict).set(key('Marked'), PDFBool.False),
  'the title is there and shown': pdf => pdf.catalog.delete(key('ViewerPreferences')),
  'Info and XMP say the same': pdf => pdf.setAuthor('Somebody else'),
  'the language is known': pdf => pdf.catalog.delete(key('Lang')),
  'fonts are embedded, as outlines': pdf => font(pdf, 'CIDFontType2').lookup(key('FontDescriptor'), PDFDict).delete(key('FontFile2')),
  'characters of fonts are known as text': pdf => font(pdf, 'Type0').delete(key('ToUnicode')),
  'everything shown is tagged or an artifact': pdf => show(pdf, '0 0 9 9 re f'),
  'no artifact stands in tagged content, no tagged content in an artifact': pdf =>
    show(pdf, '/P <</MCID 99>>BDC /Artifact <</Type /Layout>>BDC 0 0 9 9 re f EMC EMC'),
  'artifacts say of which kind they are': pdf => show(pdf, '/Artifact BMC 0 0 9 9 re f EMC'),
  'tagged content is something to read, or part of a picture': (pdf) => {
    show(pdf, '/P <</MCID 99>>BDC 0 0 9 9 re f EMC')
    element(pdf, 'P').set(key('K'), pdf.context.obj([element(pdf, 'P').get(key('K'))!, 99]))
  },
  'marks on the pages and places in the tree are one to one': pdf => show(pdf, '/P <</MCID 99>>BDC 0 0 9 9 re f EMC'),
  'nothing needs a luminosity mask': (pdf) => {
    const form = pdf.context.register(pdf.context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }))
    const state = pdf.context.obj({ G1: { SMask: { S: 'Luminosity', G: form } } })
    pdf.getPage(0).node.Resources()!.set(key('ExtGState'), state)
  },
  'types are those of the standard, or mapped to them': pdf => retype(pdf, 'Div', 'Aside'),
  'tables and lists are made of their own parts': pdf => retype(pdf, 'LBody', 'P'),
  'the rows of a table are equally wide': pdf => kidsOf(element(pdf, 'TR')).remove(0),
  'a table with a caption begins with it': (pdf) => {
    const parts = kidsOf(element(pdf, 'Table'))
    parts.push(parts.get(0))
    parts.remove(0)
  },
  'every figure has a text alternative': pdf => element(pdf, 'Figure').delete(key('Alt')),
  'every figure says where on its page it is': pdf => attributes(element(pdf, 'Figure')).delete(key('BBox')),
  'headings are in order, no level is skipped': pdf => retype(pdf, 'H2', 'H3'),
  'every section has one main heading': pdf => retype(pdf, 'H2', 'H1'),
  'header cells have a scope': pdf => attributes(elementsOfType(pdf, 'TH')[1]!).delete(key('Scope')),
  'data cells lead to their headers': pdf => attributes(elementsOfType(pdf, 'TD')[2]!).delete(key('Headers')),
  'list items are whole': pdf => kidsOf(element(pdf, 'LI')).remove(1),
  'every note has an identity, and every identity is one element’s': pdf => retype(pdf, 'BlockQuote', 'Note'),
  'footers are artifacts, and say so': (pdf) => {
    show(pdf, '/P <</MCID 99>>BDC BT /F1 10 Tf 1 0 0 1 50 20 Tm <0032> Tj ET EMC')
    element(pdf, 'P').set(key('K'), PDFNumber.of(99))
  },
  'pages are read in order, each section from its main heading': (pdf) => {
    const section = kidsOf(element(pdf, 'Sect'))
    section.push(section.get(0))
    section.remove(0)
  },
  'the outline leads to every main heading': (pdf) => {
    const outlines = pdf.catalog.lookup(key('Outlines'), PDFDict)
    outlines.lookup(key('First'), PDFDict).set(key('Title'), PDFHexString.fromText('Other'))
  },
  'the outline is shown on opening': pdf => pdf.catalog.delete(key('PageMode')),
  'the Tab key follows the structure on every page': pdf => pdf.getPage(1).node.delete(key('Tabs')),
  'links are in the tree, and say where they lead': pdf => link(pdf).delete(key('Contents')),
  'links in the tree have words and a target': pdf => element(pdf, 'Link').set(key('K'), PDFNumber.of(0)),
  'there is a table': pdf => retype(pdf, 'Table', 'Div'),
}

describe('checkPdf', () => {
  it('finds no fault in a sound file, and something to look at for every rule', async () => {
    const all = [...(await results(sound)).values()]
    expect(all.filter(({ verdict }) => verdict !== 'pass')).toEqual([])
  })

  it('is tried with a mistake for every rule', async () => {
    expect(Object.keys(mistakes).sort()).toEqual([...(await results(sound)).keys()].sort())
  })

  it.each(Object.keys(mistakes))('fails where it does not hold: %s', async (name) => {
    const pdf = await openPdf(sound)
    mistakes[name]!(pdf)
    const { offenders, verdict } = (await results(await pdf.save())).get(name)!
    expect(verdict).toBe('fail')
    expect(offenders[0]!.text).not.toBe('')
  })

  const oneToOne = 'marks on the pages and places in the tree are one to one'
  const again = '/H1 <</MCID 0>>BDC BT /F1 1 Tf 1 0 0 1 50 50 Tm <0041> Tj ET EMC'

  it('names a mark that is used again, and its page', async () => {
    const pdf = await openPdf(sound)
    show(pdf, again)
    expect((await results(await pdf.save())).get(oneToOne)!.offenders).toEqual([{ page: 1, text: 'mark 0 is used 2 times' }])
  })

  it('finds a mark that a form uses again', async () => {
    const pdf = await openPdf(sound)
    const resources = pdf.getPage(0).node.Resources()!
    const form = pdf.context.stream(again, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 99, 99], Resources: resources.clone() })
    resources.set(key('XObject'), pdf.context.obj({ X9: pdf.context.register(form) }))
    show(pdf, '/X9 Do')
    expect((await results(await pdf.save())).get(oneToOne)!.offenders).toEqual([{ page: 1, text: 'mark 0 is used 2 times' }])
  })

  it('finds two elements that share an identity', async () => {
    const pdf = await openPdf(sound)
    for (const header of elementsOfType(pdf, 'TH').slice(0, 2))
      header.set(key('ID'), PDFString.of('same'))
    const { offenders } = (await results(await pdf.save())).get('every note has an identity, and every identity is one element’s')!
    expect(offenders).toHaveLength(2)
  })

  it.each(['/Artifact <</Type /Layout>>BDC', '/Artifact <</Type /Pagination /Subtype /Header>>BDC'])('finds a footer that is only %s', async (open) => {
    const pdf = await openPdf(sound)
    show(pdf, `${open} BT /F1 10 Tf 1 0 0 1 50 20 Tm <0032> Tj ET EMC`)
    const { offenders } = (await results(await pdf.save())).get('footers are artifacts, and say so')!
    expect(offenders).toEqual([{ page: 1, text: 'an untyped footer' }])
  })

  it('leaves out what only a whole deck has', async () => {
    const names = (await checkPdf(sound, config, false)).map(({ name }) => name)
    expect(names).not.toContain('there is a table')
  })

  it('does not pass a rule that had nothing to look at', async () => {
    const bytes = await taggedPdf([[tag('H1', 'Alone')]])
    expect((await results(bytes)).get('header cells have a scope')).toMatchObject({ verdict: 'nothing to check', count: 0 })
  })
})

describe('formatReport', () => {
  it('names the first offenders, counts the others, and says what it is', () => {
    const offenders = [1, 2, 3, 4, 5].map(page => ({ page, tag: 'Figure', text: 'none' }))
    const lines = formatReport([
      { clause: '7.3', name: 'alternatives', count: 9, offenders, verdict: 'fail' },
      { clause: '7.5', name: 'scopes', count: 2, offenders: [], verdict: 'pass' },
      { clause: '7.6', name: 'lists', count: 0, offenders: [], verdict: 'nothing to check' },
    ]).split('\n')
    expect(lines).toEqual([
      'Our own check, rule by rule after ISO 14289-1 (PDF/UA-1). It certifies nothing.',
      '✗ 7.3     alternatives: 5 at fault, 9 looked at',
      '            page 1, Figure, none',
      '            page 2, Figure, none',
      '            page 3, Figure, none',
      '            and 2 more',
      '✓ 7.5     scopes: 2 looked at',
      '– 7.6     lists: nothing to check',
    ])
  })
})
