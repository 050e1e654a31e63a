import { h, type FunctionalComponent } from 'vue'

interface NoteWordsProps {
  html: string
  /** Whether the HTML is what a paragraph holds; otherwise it is one or more blocks. */
  isParagraph: boolean
  /** Whether it stands inside a paragraph, or in its place. */
  inline?: boolean
}

/** A part of a note in the element that may hold it. */
export const NoteWords: FunctionalComponent<NoteWordsProps> = ({ html, inline, isParagraph }) =>
  h(isParagraph ? inline ? 'span' : 'p' : 'div', { innerHTML: html })

NoteWords.props = { html: { type: String, required: true }, isParagraph: Boolean, inline: Boolean }
