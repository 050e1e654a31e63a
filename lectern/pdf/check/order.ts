import { PDFName } from 'pdf-lib'
import { contentIn } from '../structure'
import { artifactLists } from './artifacts'
import { each, everyElement, faultIf, offender, ofType, pageOf, type Rule } from './finding'

/**
 * Rules for the order in which a deck is read.
 * @param chapters their names, with which a footer may begin
 */
export function orderRules(chapters: readonly string[]): Rule[] {
  const names = chapters.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const footer = new RegExp(`^(${names.join('|')})? ?\\d+$`)
  return [
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
  ]
}
