/** A slide’s note, taken apart by what each part is for. HTML, as Slidev rendered it. */
export interface Narration {
  /** What is said, a paragraph each. */
  spoken: string[]
  /** Stage direction: of use only in the room. */
  pointAt?: string
  /** The answer to the likely question. */
  asked?: string
  /** Where the spoken facts come from, in words. */
  sources?: string
}

const ROLES = { 'Point at:': 'pointAt', 'If asked:': 'asked', 'Sources:': 'sources' } as const

function isRole(label: string | undefined): label is keyof typeof ROLES {
  return label !== undefined && label in ROLES
}

/**
 * Splits the HTML of a note into its parts. Notes are paragraphs; one that opens with a bold label is that part.
 * @param withMarks whether the marks of the clicks stay inside, as Slidev set them
 */
export function splitNote(html: string, withMarks = true): Narration {
  const narration: Narration = { spoken: [] }
  const text = withMarks ? html : html.replace(/<span class="slidev-note-click-mark"[^>]*><\/span>\s*/g, '')
  for (const [, paragraph = ''] of text.matchAll(/<p>(.*?)<\/p>/gs)) {
    const [, label, rest = ''] = /^<strong>(.*?)<\/strong>\s*(.*)$/s.exec(paragraph) ?? []
    if (isRole(label))
      narration[ROLES[label]] = rest
    else
      narration.spoken.push(paragraph)
  }
  return narration
}
