import { h, type FunctionalComponent } from 'vue'

/** A run of a text, marked or not. */
export interface TextPart {
  text: string
  marked: boolean
}

/** A text with some of its words in `mark`, and nothing between the parts. */
export const MarkedText: FunctionalComponent<{ parts: readonly TextPart[] }> = ({ parts }) =>
  parts.map(({ marked, text }) => marked ? h('mark', text) : text)
