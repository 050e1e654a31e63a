/**
 * What a deck's own components may use, on slides, pages and paper. Pages have their frame in `slidev-addon-lectern/page-shell`.
 */
export { slug } from './config/config'
export { NoteWords } from './narration/noteWords'
export type { Note } from './narration/grammar'
export { useHandout } from './print/inHandout'
export { chapterSpans } from './reader/chapters'
export { onPageDrawn } from './reader/drawn'
export { useReading } from './reader/reading'
export { MarkedText, type TextPart } from './search/markedText'
