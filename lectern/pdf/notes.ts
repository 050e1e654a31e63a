import { PDFString, type PDFRef } from 'pdf-lib'
import { group, isElement, type StructureElement, type StructureKid } from './structure'

/** Where the notes of a document are. */
export interface NotesPlace {
  /** Heading of the section whose list they are. */
  heading: string
  /** How the names of the destinations begin at which they stand. */
  target: string
}

/**
 * Makes notes of the items of a list, and references of the links that lead to them. PDF/UA-1 (7.9) asks for an
 * identity for each note.
 * @param textOf what an element says
 * @param leadsToNote whether an annotation is a link to a note
 */
export function tagNotes(
  root: StructureElement,
  heading: string,
  textOf: (element: StructureElement) => string,
  leadsToNote: (annotation: PDFRef) => boolean,
): StructureElement {
  let count = 0
  const isNotes = ({ kids, type }: StructureElement): boolean => type === 'Sect'
    && kids.some(kid => isElement(kid) && /^H\d$/.test(kid.type) && textOf(kid).trim() === heading)
  const isReference = ({ kids, type }: StructureElement): boolean => type === 'Link'
    && kids.some(kid => 'annotation' in kid && leadsToNote(kid.annotation))
  const visit = (element: StructureElement, isNote: boolean): StructureElement => {
    const within = isNote || isNotes(element)
    const kids = element.kids.map((kid): StructureKid => {
      if (!isElement(kid))
        return kid
      const visited = visit(kid, within)
      return isReference(kid) ? group('Reference', [visited]) : visited
    })
    if (!within || element.type !== 'LBody')
      return { ...element, kids }
    count += 1
    return { ...element, kids: [{ ...group('Note', kids), entries: new Map([['ID', PDFString.of(`note-${count}`)]]) }] }
  }
  return visit(root, false)
}
