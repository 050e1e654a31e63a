import { PDFDict, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import type { RuleKit } from 'slidev-addon-lectern'
import { beforeAll, describe, expect, it } from 'vitest'
import { carouselOf, comparison, topics, type TopicId } from '../../data/deck'
import { finishPdf, openPdf } from '../../lectern/pdf/finish'
import { cellAttributes, elementsOfType, headerCell, kidsOf, tag, taggedPdf } from '../../lectern/tests/unit/tagged-pdf'
import { checkPdf, type RuleResult } from 'slidev-addon-lectern/node'
import { pdfRules } from '../../scripts/pdf-rules'
import config from '../../setup/lectern'

const source = tag('P', 'Source: somewhere')
const text = (value: string | readonly string[]): string => [value].flat().join(', ')

/** What this deck looks for in its files: the table of the article, and all quotations. */
function smallDeck(): Promise<Uint8Array> {
  const table = tag('Table', [
    tag('Caption', 'The comparison'),
    tag('TR', [headerCell('Go', 'Column', 'go'), headerCell('Rust', 'Column', 'rust')]),
    ...comparison.map(({ go, id, label, rust }) => tag('TR', [
      headerCell(label, 'Row', id),
      tag('TD', text(go), { entries: { A: cellAttributes({ Headers: ['go', id] }) } }),
      tag('TD', text(rust), { entries: { A: cellAttributes({ Headers: ['rust', id] }) } }),
    ])),
  ])
  return taggedPdf([
    [tag('H1', 'Tables'), tag('Figure', [table, tag('Caption', [source])])],
    [
      tag('H1', 'Voices'),
      ...(Object.keys(topics) as TopicId[]).flatMap(carouselOf).map(quote =>
        tag('Figure', [tag('BlockQuote', [tag('P', quote.text)]), tag('Caption', [source])])),
    ],
  ])
}

// What they look for they are given when they are called; their names stand there before.
const { always = [], whole = [] } = pdfRules({} as RuleKit)
const names = (rules: readonly { name: string }[]): string[] => rules.map(({ name }) => name)

const results = (bytes: Uint8Array, isWhole = true): Promise<Map<string, RuleResult>> =>
  checkPdf(bytes, config, isWhole).then(all => new Map(all.filter(({ name }) => names([...always, ...whole]).includes(name)).map(result => [result.name, result])))

let sound: Uint8Array
beforeAll(async () => {
  sound = await finishPdf(await smallDeck(), {
    title: 'T', author: 'A', subject: 'S', keywords: ['k'], lang: 'en', date: new Date(0), config: {},
    linkTexts: new Map(), pages: [], outline: ['Tables', 'Voices'].map(title => ({ title })),
  })
})

/** For every rule of this deck’s own, what breaks it. */
const mistakes: Record<string, (pdf: PDFDocument) => void> = {
  'every table begins with its caption': pdf => kidsOf(elementsOfType(pdf, 'Table')[0]!).remove(0),
  'no two main headings are the same': (pdf) => {
    const [first, second] = elementsOfType(pdf, 'H1')
    for (const entry of ['K', 'Pg'])
      second!.set(PDFName.of(entry), first!.get(PDFName.of(entry))!)
  },
  'every figure ends with its source': pdf => kidsOf(elementsOfType(pdf, 'BlockQuote')[0]!.lookup(PDFName.of('P'), PDFDict)).remove(1),
  'every quotation is there once, in the order of its carousel': pdf => elementsOfType(pdf, 'BlockQuote')[0]!.delete(PDFName.of('K')),
  'every row of the comparison is there, cell by cell': pdf => kidsOf(elementsOfType(pdf, 'TR')[3]!).remove(2),
}

describe('the rules of this deck for its PDFs', () => {
  it('find no fault in a sound file, and something to look at', async () => {
    expect([...(await results(sound)).values()].filter(({ verdict }) => verdict !== 'pass')).toEqual([])
  })

  it('are tried with a mistake each', async () => {
    expect([...(await results(sound)).keys()].sort()).toEqual(Object.keys(mistakes).sort())
  })

  it.each(Object.keys(mistakes))('fail where it does not hold: %s', async (name) => {
    const pdf = await openPdf(sound)
    mistakes[name]!(pdf)
    const { offenders, verdict } = (await results(await pdf.save())).get(name)!
    expect(verdict).toBe('fail')
    expect(offenders[0]!.text).not.toBe('')
  })

  it('ask for all quotations and rows of a whole deck alone', async () => {
    expect([...(await results(sound, false)).keys()]).toEqual(names(always))
  })
})
