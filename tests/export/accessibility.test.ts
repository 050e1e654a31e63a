import { expect, test } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { checkPdf, formatReport, loadDeck, type RuleResult } from 'slidev-addon-lectern/node'
import config from '../../setup/lectern'
import { exported } from './exported'

test.describe.configure({ timeout: 120_000 })

for (const name of ['better-together.pdf', 'better-together-steps.pdf', 'better-together-handout.pdf']) {
  test.describe(name, () => {
    let results: RuleResult[]
    test.beforeAll(async () => {
      results = await checkPdf(await exported(name), config)
    })

    test('keeps every rule, and has something to look at for each', () => {
      const broken = results.filter(({ verdict }) => verdict !== 'pass')
      expect(broken.length ? formatReport(broken) : 'no rule broken').toBe('no rule broken')
    })

    test('has as many of each thing as the deck', () => {
      const counts = new Map(results.map(({ count, name }) => [name, count]))
      expect(counts.get('every quotation is there once, in the order of its carousel')).toBe(21)
      expect(counts.get('every row of the comparison is there, cell by cell')).toBe(7)
      expect(counts.get('every table begins with its caption')).toBeGreaterThanOrEqual(10)
      expect(counts.get('every figure has a text alternative')).toBeGreaterThanOrEqual(5)
    })
  })
}

/** Kinds of slides, by alias, and the types that a reader comes across on them, in this order. */
const readings = [
  { alias: 'comparison', order: ['H1', 'Table', 'Caption', 'TH', 'TD', 'P'] },
  { alias: 'used', order: ['H1', 'P', 'Figure', 'P'] },
  { alias: 'safety-voices', order: ['H1', 'BlockQuote', 'P', 'P'] },
  { alias: 'concurrency', order: ['H1', 'H2', 'Code', 'H2', 'Code'] },
]

for (const { alias, order } of readings) {
  test(`reads “${alias}” from its headline to its source, as another reader sees it`, async () => {
    const slides = (await loadDeck()).slides
    const slide = slides.find(slide => slide.alias === alias)!
    const pdf = await getDocument({ data: new Uint8Array(await exported('better-together.pdf')), verbosity: 0 }).promise
    const labels = await pdf.getPageLabels() ?? []
    const page = await pdf.getPage(1 + labels.findIndex(label => label.replace(/\..*/, '') === String(slide.no)))
    const types = typesIn(await page.getStructTree())
    let at = -1
    for (const type of order) {
      at = types.indexOf(type, at + 1)
      expect(at, `${type} in ${types.join(' ')}`).toBeGreaterThanOrEqual(0)
    }
    expect(types.find(type => !['Root', 'Document', 'Sect'].includes(type))).toBe('H1')
  })
}

/** Types in the order of the tree, each before what it holds. */
function typesIn(node: unknown): string[] {
  const { children = [], role } = (node ?? {}) as { role?: string, children?: unknown[] }
  return [...role ? [role] : [], ...children.flatMap(typesIn)]
}
