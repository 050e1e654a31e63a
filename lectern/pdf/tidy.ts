import { group, isContent, isElement, type ContentItem, type StructureElement, type StructureKid } from './structure'

/** Types that stand in a line of text. */
const inline = new Set(['Span', 'Link', 'Code', 'Strong', 'Em', 'Quote', 'Reference', 'Note', 'Lbl'])

/** Types that hold paragraphs, tables and the like, never text of their own. */
const groups = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote'])

/**
 * Brings a structure tree of Chromium's into the shape that the standard describes.
 * @param isShown whether a marked content holds something to read; the others are decoration
 */
export function tidyTags(root: StructureElement, isShown: (content: ContentItem) => boolean): StructureElement {
  const kids = root.kids.flatMap(kid => tidy(kid, isShown))
  return {
    ...root,
    kids: kids.map(kid => isElement(kid) && kid.type === 'Document' ? { ...kid, kids: sections(kid.kids) } : kid),
  }
}

function tidy(kid: StructureKid, isShown: (content: ContentItem) => boolean): StructureKid[] {
  if (!isElement(kid))
    return isContent(kid) && !isShown(kid) ? [] : [kid]
  const kids = kid.kids.flatMap(part => tidy(part, isShown))
  const { type } = kid
  const element = { ...kid, kids }
  if (kids.length === 0 && type !== 'TD' && type !== 'TH')
    return []
  if (type === 'NonStruct' || (type === 'Div' && !kids.some(isCaption)))
    return kids
  if (type === 'Table')
    return [{ ...element, kids: tableParts(kids) }]
  if (type === 'LI')
    return [{ ...element, kids: itemParts(kids) }]
  // A figure of tables, lists or block quotes is no picture: as one, its content would be passed over.
  if (type === 'Div' || (type === 'Figure' && !isPicture(kid) && !kids.every(isLoose))) {
    const parts = kids.flatMap(part => isCaption(part) ? paragraphs(part.kids) : [part])
    // Its name is a text alternative to Chromium; as one, it would be read instead of what the group holds.
    const entries = new Map([...kid.entries].filter(([name]) => name !== 'Alt'))
    return [{ type: 'Div', entries, kids: paragraphs(parts) }]
  }
  return [groups.has(type) ? { ...element, kids: paragraphs(kids) } : element]
}

function isCaption(kid: StructureKid): kid is StructureElement {
  return isElement(kid) && kid.type === 'Caption'
}

/** Puts text that stands loose among paragraphs into ones of its own. */
function paragraphs(kids: readonly StructureKid[]): StructureKid[] {
  return gather(kids, (kid, previous) =>
    isLoose(kid) && previous.every(isLoose)).flatMap(run => run.every(isLoose) ? [group('P', run)] : run)
}

function isLoose(kid: StructureKid): boolean {
  return !isElement(kid) || inline.has(kid.type)
}

/** One section for each main heading, from there to the next; the first begins with what stands before any. */
function sections(kids: readonly StructureKid[]): StructureKid[] {
  const isMain = (kid: StructureKid): boolean => isElement(kid) && kid.type === 'H1'
  return gather(paragraphs(kids), (kid, run) => !isMain(kid) || !run.some(isMain)).map(run => group('Sect', run))
}

/** Splits a list into runs; `belongs` tells whether an item goes on with the run before it. */
function gather(
  kids: readonly StructureKid[],
  belongs: (kid: StructureKid, run: readonly StructureKid[]) => boolean,
): StructureKid[][] {
  const runs: StructureKid[][] = []
  for (const kid of kids) {
    const run = runs.at(-1)
    if (run && belongs(kid, run))
      run.push(kid)
    else
      runs.push([kid])
  }
  return runs
}

/** A list item is its label, if it has one, and its body. */
function itemParts(kids: readonly StructureKid[]): StructureKid[] {
  const isLabel = (kid: StructureKid): boolean => isElement(kid) && kid.type === 'Lbl'
  const body = kids.flatMap(kid => isLabel(kid) ? [] : isElement(kid) && kid.type === 'LBody' ? kid.kids : [kid])
  return [...kids.filter(isLabel), group('LBody', body)]
}

/** A table is its caption, rows of column headers, and other rows. */
function tableParts(kids: readonly StructureKid[]): StructureKid[] {
  const rows = kids.flatMap(kid => isElement(kid) ? (kid.type === 'TR' ? [kid] : kid.kids.filter(isElement)) : [])
    .filter(({ type }) => type === 'TR')
  const isHead = (row: StructureElement): boolean => row.kids.every(cell => isElement(cell) && cell.type === 'TH')
  const firstOther = rows.findIndex(row => !isHead(row))
  const head = firstOther < 0 ? rows : rows.slice(0, firstOther)
  const body = rows.slice(head.length)
  const columns = Math.max(...rows.map(({ kids }) => kids.length))
  // Chromium drops the empty corner over the row headers.
  const complete = head.map(row =>
    row.kids.length === columns - 1 ? { ...row, kids: [group('TD', []), ...row.kids] } : row)
  return [
    ...kids.filter(isCaption),
    ...complete.length ? [group('THead', complete)] : [],
    ...body.length ? [group('TBody', body)] : [],
  ]
}

/** Whether an element stands for its whole content by a text alternative; a figure of lists or tables may have a name too. */
export function isPicture({ entries, kids, type }: StructureElement): boolean {
  return type === 'Figure' && entries.has('Alt') && kids.every(isLoose)
}
