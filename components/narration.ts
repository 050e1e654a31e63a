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

/** Words of a paragraph that belong to one step. */
export interface Passage {
  /** Counted from 0. */
  step: number
  html: string
}

const CLICK_MARK = /<span class="slidev-note-click-mark" data-clicks="(\d+)"><\/span>/

/** Cuts paragraphs at the marks of the clicks. A step goes on until the next mark, across paragraphs. */
export function passagesOf(spoken: readonly string[]): Passage[][] {
  let step = 0
  return spoken.map((paragraph) => {
    const [opening = '', ...rest] = paragraph.split(CLICK_MARK)
    const passages: Passage[] = [{ step, html: opening }]
    for (let i = 0; i < rest.length; i += 2) {
      step = Number(rest[i])
      passages.push({ step, html: rest[i + 1]! })
    }
    return passages.filter(({ html }) => html.trim())
  })
}
