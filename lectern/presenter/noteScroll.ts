/** A stretch of a scrolled box, in pixels from the top of what it holds. */
export interface Stretch {
  top: number
  bottom: number
}

/**
 * How far to scroll a box of `room` pixels so that a passage of it can be read: a third of what is left of the room goes
 * above it, for what was said before. Of one that is longer than the room, the beginning shows.
 */
export function scrollFor({ bottom, top }: Stretch, room: number): number {
  return Math.max(top - Math.max(room - (bottom - top), 0) / 3, 0)
}

/**
 * The words of one step in a note that Slidev has marked with its clicks: from the mark to the next one, or to the end
 * of the paragraph. A step without a mark goes on with the words of the one before.
 */
export function passageOf(note: Element, step: number): Range {
  const marks = [...note.querySelectorAll<HTMLElement>('.slidev-note-click-mark')]
  const clicksOf = ({ dataset }: HTMLElement): number => Number(dataset.clicks)
  const mark = marks.findLast(mark => clicksOf(mark) <= step)
  const next = marks.find(mark => clicksOf(mark) > step)
  const paragraph = [...note.children].find(child => !mark || child.contains(mark)) ?? note
  const passage = note.ownerDocument.createRange()
  passage.selectNodeContents(paragraph)
  if (mark)
    passage.setStartBefore(mark)
  if (next && paragraph.contains(next))
    passage.setEndBefore(next)
  return passage
}
