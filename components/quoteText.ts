/** A run of a text, marked or not. */
export interface TextPart {
  text: string
  marked: boolean
}

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

/** Longest text, in characters, that each size holds; found by fitting all 21 quotations on the canvas. */
const SIZES = [
  { characters: 190, size: 34 },
  { characters: 300, size: 30 },
  { characters: 400, size: 26 },
  { characters: 520, size: 24 },
  { characters: 680, size: 22 },
] as const

/** Type size of a quotation, 20 to 34 pixels: the shorter, the larger. */
export function quoteSize(text: string): number {
  return SIZES.find(step => text.length <= step.characters)?.size ?? 20
}
