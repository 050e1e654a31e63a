import type { Quote } from '../../data/deck'
import type { TextPart } from 'slidev-addon-lectern/client'

/**
 * Cuts a quotation at its highlights. The parts joined give back the text to the letter.
 * @throws if a highlight is no verbatim part of the text, or two highlights overlap.
 */
export function quoteParts(text: string, highlight: readonly string[]): TextPart[] {
  const ranges = highlight
    .map((phrase) => {
      const start = text.indexOf(phrase)
      if (start < 0)
        throw new Error(`highlight is not part of the quotation: “${phrase}”`)
      return { start, end: start + phrase.length, phrase }
    })
    .sort((a, b) => a.start - b.start)

  const parts: TextPart[] = []
  let at = 0
  for (const { start, end, phrase } of ranges) {
    if (start < at)
      throw new Error(`highlight overlaps another: “${phrase}”`)
    parts.push({ text: text.slice(at, start), marked: false }, { text: phrase, marked: true })
    at = end
  }
  parts.push({ text: text.slice(at), marked: false })
  return parts.filter(part => part.text)
}

/** What stands before the words: the article’s lead, where there is one, and the opening mark. */
export function openingOf({ lead }: Pick<Quote, 'lead'>): string {
  return lead ? `${lead} “` : '“'
}

/**
 * The two columns of a quotation. Joined, they give back the text to the letter.
 * @throws if the hinge is no verbatim part of the text, or a highlight stands on both sides of it.
 */
export function splitAt(text: string, hinge: string, highlight: readonly string[]): [TextPart[], TextPart[]] {
  const place = text.indexOf(hinge)
  if (place < 0)
    throw new Error(`hinge is not part of the quotation: “${hinge}”`)
  const head = text.slice(0, place)
  return [
    quoteParts(head, highlight.filter(phrase => head.includes(phrase))),
    quoteParts(text.slice(place), highlight.filter(phrase => !head.includes(phrase))),
  ]
}

/** Longest text, in characters, that each size holds, largest first; found by fitting all 21 quotations on the canvas. */
const SIZES: Record<Quote['form'], readonly { characters: number, size: number }[]> = {
  whole: [
    { characters: 100, size: 60 },
    { characters: 140, size: 54 },
    { characters: 180, size: 44 },
    { characters: 220, size: 42 },
    { characters: Infinity, size: 36 },
  ],
  swell: [{ characters: 360, size: 22 }, { characters: Infinity, size: 20 }],
  number: [{ characters: Infinity, size: 22 }],
  split: [{ characters: 460, size: 24 }, { characters: Infinity, size: 20 }],
  margin: [{ characters: 400, size: 24 }, { characters: 500, size: 22 }, { characters: Infinity, size: 20 }],
}

/** Type size of a quotation in pixels, never under 20: the shorter, the larger. What is set off in it grows with it. */
export function quoteSize({ form, text }: Pick<Quote, 'form' | 'text'>): number {
  return SIZES[form].find(({ characters }) => text.length <= characters)?.size ?? 20
}
