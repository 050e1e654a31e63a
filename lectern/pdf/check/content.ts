import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib'
import { structParents } from '../streams'
import { isContent, isElement, type ContentItem, type StructureElement } from '../structure'
import { artifactLists } from './artifacts'
import { each, type Offender, type Rule } from './finding'
import { enclosing, type Sequence } from './marks'
import { hasKid, parentsOf } from './parents'

const key = PDFName.of

/** Rules for what the pages show, and its place in the tree. */
export const contentRules: Rule[] = [
  {
    clause: '7.1',
    name: 'everything shown is tagged or an artifact',
    check: ({ marks }) => each(
      marks.flatMap(({ shown }, page) => shown.map(object => ({ ...object, page }))),
      ({ kind, page, sequence }) => !enclosing(sequence, isMark) && { page: page + 1, text: `${kind} without a mark` },
    ),
  },
  {
    clause: '7.1',
    name: 'no artifact stands in tagged content, no tagged content in an artifact',
    check: ({ marks }) => each(
      marks.flatMap(({ sequences }, page) => sequences.filter(isMark).map(sequence => ({ page, sequence }))),
      ({ page, sequence }) => enclosing(sequence.parent, isMark) && { page: page + 1, text: `${nameOf(sequence)} in another` },
    ),
  },
  {
    clause: '7.1',
    name: 'artifacts say of which kind they are',
    check: ({ marks, pdf }) => {
      const lists = pdf.getPages().flatMap((page, index) => artifactLists(page).map(list => ({ list, page: index + 1 })))
      const untyped = each(lists, ({ list, page }) =>
        !/\/Type\s*\/(Pagination|Layout|Page|Background)\b/.test(list) && { page, text: 'of no kind' })
      const missed = marks.flatMap(({ sequences }, index): Offender[] => {
        const count = sequences.filter(({ isArtifact }) => isArtifact).length
        const read = lists.filter(({ page }) => page === index + 1).length
        return count === read ? [] : [{ page: index + 1, text: `${read} of ${count} artifacts were read` }]
      })
      return { count: untyped.count, offenders: [...untyped.offenders, ...missed] }
    },
  },
  {
    clause: '7.1',
    name: 'tagged content is something to read, or part of a picture',
    check: file => each(contentItems(file.tree), ({ element, inPicture, item }) =>
      // In code, white space is the indentation of what stands beside it.
      !inPicture && !file.textOf(item).trim() && !(element.type === 'Code' && file.textIn(element).trim()) && { page: item.page + 1, tag: element.type, text: 'content without text' }),
  },
  {
    clause: '7.1',
    name: 'marks on the pages and places in the tree are one to one',
    check: (file) => {
      const { marks, pdf, tree } = file
      const parents = parentsOf(file)
      const placed = contentItems(tree).map(({ item }) => item)
      const places = tally(placed)
      // A form may count on its own; ours go on with the numbers of their page.
      const opened = tally(marks.flatMap(({ sequences }, page) =>
        sequences.flatMap(({ id }) => id === undefined ? [] : [{ page, id }])))
      const isOwned = (item: ContentItem): boolean => {
        const owners = parents.get(structParents(pdf, item) ?? -1)
        return owners instanceof PDFArray && item.id < owners.size() && hasKid(pdf, owners.lookup(item.id), kid =>
          String(kid instanceof PDFDict ? kid.get(key('MCID')) : kid) === String(item.id))
      }
      const onPages = each(opened.values(), ({ count, item: { id, page } }): Offender | false => {
        if (count > 1)
          return { page: page + 1, text: `mark ${id} is used ${count} times` }
        const place = places.get(`${page}/${id}`)
        return !(place?.count === 1 && isOwned(place.item)) && { page: page + 1, text: `mark ${id} has not one place` }
      })
      const inTree = each(placed, ({ id, page }) => !opened.has(`${page}/${id}`) && { page: page + 1, text: `no mark ${id}` })
      return { count: onPages.count, offenders: [...onPages.offenders, ...inTree.offenders] }
    },
  },
  {
    // Ghostscript ends what fades out where it begins to fade.
    clause: 'deck',
    name: 'nothing needs a luminosity mask',
    check: ({ pdf }) => each(pdf.getPages(), ({ node }, index) =>
      hasLuminosityMask(node.Resources(), node.context) && { page: index + 1, text: 'a fade to transparent, or a CSS mask' }),
  },
]

const isMark = ({ id, isArtifact }: Sequence): boolean => isArtifact || id !== undefined
const nameOf = ({ id }: Sequence): string => id === undefined ? 'an artifact' : `mark ${id}`

/** How often each content is there, by page and number. */
function tally(items: readonly ContentItem[]): Map<string, { item: ContentItem, count: number }> {
  const counts = new Map<string, { item: ContentItem, count: number }>()
  for (const item of items) {
    const name = `${item.page}/${item.id}`
    counts.set(name, { item, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return counts
}

function contentItems(root: StructureElement): { element: StructureElement, item: ContentItem, inPicture: boolean }[] {
  const walk = (element: StructureElement, inPicture: boolean): ReturnType<typeof contentItems> => {
    const within = inPicture || element.type === 'Figure'
    return element.kids.flatMap((kid) => {
      if (isElement(kid))
        return walk(kid, within)
      return isContent(kid) ? [{ element, item: kid, inPicture: within }] : []
    })
  }
  return walk(root, false)
}

function hasLuminosityMask(object: PDFObject | undefined, context: PDFDict['context'], seen = new Set<PDFRef>()): boolean {
  if (object instanceof PDFRef) {
    if (seen.has(object))
      return false
    seen.add(object)
    return hasLuminosityMask(context.lookup(object), context, seen)
  }
  if (object instanceof PDFArray)
    return object.asArray().some(item => hasLuminosityMask(item, context, seen))
  const dict = object instanceof PDFRawStream ? object.dict : object
  return dict instanceof PDFDict
    && (dict.get(key('S')) === key('Luminosity') || dict.values().some(value => hasLuminosityMask(value, context, seen)))
}
