import type { DeckRules, RuleKit } from 'slidev-addon-lectern'
import { carouselOf, comparison, topics, type TopicId } from '../data/deck.ts'

/** For comparing text that a page may break anywhere. */
const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u00AD\u2010\u2011-]/g, '')

/** How a figure says where it comes from, that the lab measured it, or that nobody did. */
const origin = /\bSources?:|\bMeasured \d|\b(sketch|judgement|our reading)\b/i

const topicIds = Object.keys(topics) as TopicId[]

/** What this deck asks of its PDFs beside the standard: sources, and nothing lost on paper where all slides are in the file. */
export function pdfRules({ each, elementKids, elementsOf, lastText, offender, ofType }: RuleKit): DeckRules {
  return {
    always: [{
      clause: 'deck',
      name: 'every table begins with its caption',
      check: file => each(ofType(file, 'Table'), table =>
        elementKids(table)[0]?.type !== 'Caption' && offender(file, table, 'no caption')),
    }, {
      clause: 'deck',
      name: 'no two main headings are the same',
      check: (file) => {
        const titles = ofType(file, 'H1').map(file.textIn)
        return each(ofType(file, 'H1'), heading =>
          titles.filter(title => title === file.textIn(heading)).length > 1 && offender(file, heading, 'repeated'))
      },
    }, {
      clause: 'deck',
      name: 'every figure ends with its source',
      check: (file) => {
        const groups = ofType(file, 'Div')
        const grouped = new Set(groups.flatMap(elementsOf))
        const single = ofType(file, 'Table', 'Figure', 'BlockQuote').filter(figure => !grouped.has(figure))
        return each([...groups, ...single], figure => !origin.test(lastText(file, figure)) && offender(file, figure, 'no source'))
      },
    }],
    whole: [
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
    ],
  }
}
