import type { Deck, DeckSlide } from '../deck/deck'
import { CLICK, readNote } from '../narration/notes'

/**
 * The script of the talk in Markdown: what is said on each slide and until when; what is only for the speaker’s eyes
 * is kept apart as a list.
 * @param numbers of the slides to hold
 * @param isTalk whether these are a talk of their own, as those of a cut are; else the clock is that of the whole talk
 */
export function notesDocument({ author, slides: all, title }: Pick<Deck, 'title' | 'author' | 'slides'>, numbers: readonly number[], isTalk = false): string {
  const slides = isTalk ? all.filter(({ no }) => numbers.includes(no)) : all
  const total = slides.reduce((sum, { minutes }) => sum + minutes, 0)
  let end = 0
  const sections = slides.flatMap((slide) => {
    end += slide.minutes
    return numbers.includes(slide.no) ? [section(slide, end, total > 0)] : []
  })
  return [
    `# ${title}`,
    ['Speaker notes.', author && `${author}.`, total > 0 ? `${clock(total)} minutes in all;` : '', `${CLICK} is a click.`].filter(Boolean).join(' '),
    ...sections,
  ].join('\n\n').concat('\n')
}

function section({ minutes, no, note, title }: DeckSlide, end: number, isTimed: boolean): string {
  const { asides, said } = readNote(note)
  const time = !isTimed ? '' : minutes > 0 ? `*${clock(minutes)}, until ${clock(end)}*` : '*Not part of the talk*'
  const list = asides.map(({ blocks }) => `- ${blocks.map(({ markdown }) => markdown).join('\n\n').replace(/\n(?=.)/g, '\n  ')}`)
  return [`## ${no}. ${title}`, time, ...said.map(({ block }) => block.markdown), list.join('\n')].filter(Boolean).join('\n\n')
}

/** Minutes and seconds such as `1:30`. */
function clock(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
