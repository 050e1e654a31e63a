import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import { each, everyElement, faultIf, offender, ofType, pageOf, whole, type Rule } from './finding'
import { hasKid, parentsOf } from './parents'
import type { OutlineTarget, TaggedPdf } from './reader'

const key = PDFName.of

/** Rules for the ways through the file: outline, Tab key, links. */
export const navigationRules: Rule[] = [
  {
    clause: '7.17',
    name: 'the outline leads to every main heading',
    check: (file) => {
      const squeeze = (text: string): string => text.replace(/\s+/g, '')
      const entries = (items: readonly OutlineTarget[]): OutlineTarget[] =>
        items.flatMap(item => [item, ...entries(item.children)])
      const all = entries(file.outline)
      return each(ofType(file, 'H1'), heading => !all.some(({ page, title }) =>
        page === pageOf(heading) && squeeze(title) === squeeze(file.textIn(heading))) && offender(file, heading, 'not there'))
    },
  },
  {
    clause: 'deck',
    name: 'the outline is shown on opening',
    check: ({ pdf }) => whole([faultIf(pdf.catalog.get(key('PageMode')) !== key('UseOutlines'), 'it is not (PageMode)')]),
  },
  {
    clause: '7.18.3',
    name: 'the Tab key follows the structure on every page',
    check: ({ pdf }) => each(pdf.getPages(), ({ node }, index) =>
      node.get(key('Tabs')) !== key('S') && { page: index + 1, text: 'another order' }),
  },
  {
    clause: '7.18.5',
    name: 'links are in the tree, and say where they lead',
    check: (file) => {
      const parents = parentsOf(file)
      return each(linkAnnotations(file), ({ dict, page, ref }) => {
        const contents = dict.lookup(key('Contents'))
        const isText = contents instanceof PDFString || contents instanceof PDFHexString
        const isDescribed = isText && contents.decodeText().trim() !== ''
        const owner = parents.get(dict.lookupMaybe(key('StructParent'), PDFNumber)?.asNumber() ?? -1)
        const isPlaced = owner instanceof PDFDict && owner.get(key('S')) === key('Link')
          && hasKid(file.pdf, owner, kid => kid instanceof PDFDict && kid.get(key('Obj')) === ref)
        const text = isPlaced ? 'no description (Contents)' : 'not in the tree'
        return !(isDescribed && isPlaced) && { page: page + 1, tag: 'Link', text }
      })
    },
  },
  {
    clause: '7.18.5',
    name: 'links in the tree have words and a target',
    check: file => everyElement(file, ['Link'], link =>
      faultIf(!file.textIn(link) || !link.kids.some(kid => 'annotation' in kid), 'incomplete')),
  },
]

/** Links of a page with what the structure tree knows of them. */
function linkAnnotations({ pdf }: TaggedPdf): { ref: PDFRef, dict: PDFDict, page: number }[] {
  return pdf.getPages().flatMap(({ node }, page) => (node.Annots()?.asArray() ?? []).flatMap((ref) => {
    const dict = pdf.context.lookup(ref)
    const isLink = dict instanceof PDFDict && dict.get(key('Subtype')) === key('Link')
    return ref instanceof PDFRef && isLink ? [{ ref, dict, page }] : []
  }))
}
