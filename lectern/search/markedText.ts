import { h, type FunctionalComponent } from 'vue'
import type { TextPart } from '../../components/quoteText'

/** A text with some of its words in `mark`, and nothing between the parts. */
export const MarkedText: FunctionalComponent<{ parts: readonly TextPart[] }> = ({ parts }) =>
  parts.map(({ marked, text }) => marked ? h('mark', text) : text)
