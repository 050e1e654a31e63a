import { PDFName } from 'pdf-lib'
import { carouselOf, chapters, comparison, topics, type TopicId } from '../../../data/deck'
import { contentIn, elementsIn, isContent, type StructureElement } from '../structure'
import { artifactLists } from './artifacts'
import { each, elementKids, everyElement, faultIf, offender, ofType, pageOf, type Rule } from './finding'
import type { TaggedPdf } from './reader'

/** For comparing text that a page may break anywhere. */
const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u00AD\u2010\u2011-]/g, '')

/** How a figure says where it comes from, that the lab measured it, or that nobody did. */
const origin = /\bSources?:|\bMeasured \d|\b(sketch|judgement|our reading)\b/i

const footer = new RegExp(`^(${Object.values(chapters).map(({ label }) => label).join('|')})? ?\\d+$`)

/** Rules for the order in which the deck is read. */
export const orderRules: Rule[] = [
  {
    clause: '7.8',
    name: 'footers are artifacts, and say so',
    check: (file) => {
      const tagged = everyElement(file, ['P'], paragraph => faultIf(footer.test(file.textIn(paragraph)), 'a footer'))
      const untyped = file.pdf.getPages().flatMap((page, index) => {
        const isTyped = artifactLists(page).some(list =>
          /\/Type\s*\/Pagination\b/.test(list) && /\/Subtype\s*\/Footer\b/.test(list))
        return Boolean(file.footers[index]) === isTyped ? [] : [{ page: index + 1, text: isTyped ? 'a footer without text' : 'an untyped footer' }]
      })
      return { count: tagged.count, offenders: [...tagged.offenders, ...untyped] }
    },
  },
  {
    clause: '7.1',
    name: 'pages are read in order, each section from its main heading',
    check: (file) => {
      const items = contentIn(file.tree)
      // A page that is a slide is one section; of others, several may stand on one page.
      const pagesAreSlides = file.pdf.catalog.has(PDFName.of('PageLabels'))
      const headings = each(ofType(file, 'H1'), (heading) => {
        const section = ofType(file, 'Sect').find(({ kids }) => kids.includes(heading))
        const first = pagesAreSlides ? items.find(({ page }) => page === pageOf(heading)) : section && contentIn(section)[0]
        return !contentIn(heading).includes(first!) && offender(file, heading, 'not first')
      })
      const backwards = items.flatMap(({ page }, index) =>
        page < (items[index - 1]?.page ?? 0) ? [{ page: page + 1, text: 'read after a later page' }] : [])
      return { count: headings.count, offenders: [...headings.offenders, ...backwards] }
    },
  },
  {
    clause: 'deck',
    name: 'every figure ends with its source',
    check: (file) => {
      const groups = ofType(file, 'Div')
      const grouped = new Set(groups.flatMap(group => [...elementsIn(group)]))
      const single = ofType(file, 'Table', 'Figure', 'BlockQuote').filter(figure => !grouped.has(figure))
      return each([...groups, ...single], figure => !origin.test(lastText(file, figure)) && offender(file, figure, 'no source'))
    },
  },
]

const topicIds = Object.keys(topics) as TopicId[]

/** Rules for what must be left of the deck on paper, when all of its slides are there. */
export const completenessRules: Rule[] = [
  {
    clause: 'deck',
    name: 'every quotation is there once, in the order of its carousel',
    check: (file) => {
      const text = squeeze(file.textIn(file.tree))
      let after = 0
      return each(topicIds.flatMap(carouselOf), ({ order, text: quotation }) => {
        const parts = text.split(squeeze(quotation))
        const place = parts[0]!.length
        const isLate = place >= after
        after = Math.max(after, place)
        const times = parts.length - 1
        const fault = times === 1 ? 'comes too early' : `is there ${times} times`
        return (times !== 1 || !isLate) && { text: `${order}: “${quotation.slice(0, 40)}…” ${fault}` }
      })
    },
  },
  {
    clause: 'deck',
    name: 'every row of the comparison is there, cell by cell',
    check: (file) => {
      const rows = ofType(file, 'TR').map(row => elementKids(row).map(cell => squeeze(file.textIn(cell))).join('|'))
      return each(comparison, ({ go, label, rust }) => {
        const cells = [label, go, rust].map(cell => squeeze([cell].flat().join(', ')))
        return !rows.includes(cells.join('|')) && { tag: 'TR', text: label }
      })
    },
  },
]

/** Text of the last part of a figure. */
function lastText(file: TaggedPdf, figure: StructureElement): string {
  const last = figure.kids.at(-1)
  return !last || 'annotation' in last ? '' : isContent(last) ? file.textOf(last) : file.textIn(last)
}
