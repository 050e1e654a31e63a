import type { Deck, DeckSlide } from '../deck'

/** A click, in text that has no slide beside it. */
const CLICK = '▸'

interface NoteParts {
  /** What is said, a paragraph each. */
  spoken: string[]
  /** What is not: `**Point at:** …` and its like. */
  asides: string[]
}

/** Takes a note apart. */
export function readNote(note: string): NoteParts {
  const paragraphs = note.replace(/\[click(?::\d+)?\]/g, CLICK).split(/\n\s*\n/).map(text => text.trim()).filter(Boolean)
  const isAside = (text: string): boolean => /^\*\*[^*]+:\*\*/.test(text)
  return {
    spoken: paragraphs.filter(text => !isAside(text)),
    asides: paragraphs.filter(isAside),
  }
}

/** A note for programs that know no Markdown. */
export function plainNote(note: string): string {
  const { asides, spoken } = readNote(note)
  return [...spoken, ...asides].join('\n\n').replace(/\*\*(.+?)\*\*|[*_`](.+?)[*_`]/g, '$1$2')
}

/**
 * The script of the talk in Markdown: what is said on each slide and until when; what is only for the speaker’s eyes
 * is kept apart as a list.
 * @param numbers of the slides to hold; the clock is that of the whole talk
 */
export function notesDocument({ author, slides, title }: Pick<Deck, 'title' | 'author' | 'slides'>, numbers: readonly number[]): string {
  const total = slides.reduce((sum, { minutes }) => sum + minutes, 0)
  let end = 0
  const sections = slides.flatMap((slide) => {
    end += slide.minutes
    return numbers.includes(slide.no) ? [section(slide, end)] : []
  })
  return [
    `# ${title}`,
    `Speaker notes. ${author}. ${clock(total)} minutes in all; ${CLICK} is a click.`,
    ...sections,
  ].join('\n\n').concat('\n')
}

function section({ minutes, no, note, title }: DeckSlide, end: number): string {
  const { asides, spoken } = readNote(note)
  const time = minutes > 0 ? `*${clock(minutes)}, until ${clock(end)}*` : '*Not part of the talk*'
  return [`## ${no}. ${title}`, time, ...spoken, asides.map(text => `- ${text}`).join('\n')].filter(Boolean).join('\n\n')
}

/** Minutes and seconds such as `1:30`. */
function clock(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
