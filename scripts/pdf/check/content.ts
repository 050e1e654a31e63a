import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import { isContent, isElement, type ContentItem, type StructureElement } from '../structure'
import { each, type Rule } from './finding'
import { hasKid, parentsOf } from './parents'

const key = PDFName.of

/** Rules for what the pages show, and its place in the tree. */
export const contentRules: Rule[] = [
  {
    clause: '7.1',
    name: 'everything shown is tagged or an artifact',
    check: ({ shown }) => each(
      shown.flatMap((objects, page) => objects.flatMap(object => object.kind === 'state' ? [] : [{ ...object, page }])),
      ({ kind, mark, page }) => mark === undefined && { page: page + 1, text: `${kind} without a mark` },
    ),
  },
  {
    clause: '7.1',
    name: 'tagged content is something to read, or part of a picture',
    check: file => each(contentItems(file.tree), ({ element, inPicture, item }) =>
      !inPicture && !file.textOf(item).trim() && { page: item.page + 1, tag: element.type, text: 'content without text' }),
  },
  {
    clause: '7.1',
    name: 'marks on the pages and places in the tree are one to one',
    check: (file) => {
      const { pdf, shown, tree } = file
      const parents = parentsOf(file)
      const marks = shown.flatMap((objects, page) =>
        [...new Set(objects.map(({ mark }) => mark))].flatMap(id => typeof id === 'number' ? [{ id, page }] : []))
      const placed = contentItems(tree).map(({ item }) => item)
      const times = new Map<string, number>()
      for (const { id, page } of placed)
        times.set(`${page}/${id}`, (times.get(`${page}/${id}`) ?? 0) + 1)
      const inTree = each(marks, ({ id, page }) => {
        const number = pdf.getPage(page).node.lookupMaybe(key('StructParents'), PDFNumber)?.asNumber()
        const owners = number === undefined ? undefined : parents.get(number)
        const isOwned = owners instanceof PDFArray && id < owners.size() && hasKid(pdf, owners.lookup(id), kid =>
          String(kid instanceof PDFDict ? kid.get(key('MCID')) : kid) === String(id))
        const isOnce = times.get(`${page}/${id}`) === 1
        return !(isOnce && isOwned) && { page: page + 1, text: `mark ${id} has not one place` }
      })
      const known = new Set(marks.map(({ id, page }) => `${page}/${id}`))
      const onPages = each(placed, ({ id, page }) => !known.has(`${page}/${id}`) && { page: page + 1, text: `no mark ${id}` })
      return { count: inTree.count, offenders: [...inTree.offenders, ...onPages.offenders] }
    },
  },
]

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
