import { textOperators, type Operation, type Shown } from './content'
import type { FontReader } from './fonts'

/** What a line of text says, and where it begins and ends, in its own coordinates. */
export interface Line {
  text: string
  x: number
  y: number
  end: number
  size: number
  /** Whether y grows downwards around it. */
  isTurned: boolean
  font: FontReader
}

/** Ends of lines that no space may follow: white space, hyphens and dashes, and an address that breaks anywhere. */
const joint = /[\s\u00AD\u2010-\u2015/-]$|^\S+:\/\/\S+$/

/**
 * Ends a line with a space where a word ends with it: Chromium draws none there, and two lines would read as one word
 * (ISO 32000-1, 14.8.2.5).
 */
export function separateWords(objects: readonly Shown[], fonts: ReadonlyMap<string, FontReader>): Shown[] {
  const lines = objects.map(object => object.kind === 'text' ? readLine(object.operations, fonts) : undefined)
  return objects.map((object, index) => {
    const line = lines[index]
    const next = lines.find((later, at) => at > index && later)
    if (!line || !next || line.font.space === undefined || joint.test(line.text) || isAdjacent(line, next))
      return object
    const space = `<${line.font.space.toString(16).padStart(4, '0').toUpperCase()}>`
    return { ...object, operations: object.operations.toSpliced(-1, 0, { operator: 'Tj', operands: [space] }) }
  })
}

/** Text of each marked content, by its number. */
export function markTexts(objects: readonly Shown[], fonts: ReadonlyMap<string, FontReader>): Map<number, string> {
  const texts = new Map<number, string>()
  for (const { kind, mark, operations } of objects) {
    if (kind === 'text' && typeof mark === 'number')
      texts.set(mark, (texts.get(mark) ?? '') + (readLine(operations, fonts)?.text ?? ''))
  }
  return texts
}

/** Whether the next text goes on within the word: on the same line, with hardly a gap. */
function isAdjacent({ end, size, y }: Line, next: Line): boolean {
  return Math.abs(next.y - y) < size * 0.2 && Math.abs(next.x - end) < size * 0.12
}

/** Reads text as Chromium writes it: font, place, then characters with their distances. */
export function readLine(operations: readonly Operation[], fonts: ReadonlyMap<string, FontReader>): Line | undefined {
  let font: FontReader | undefined
  let size = 0
  let [scale, rise, x, y, pen, end] = [1, 1, 0, 0, 0, 0]
  let text = ''
  for (const { operands, operator } of operations) {
    const [first = '', second = ''] = operands
    if (operator === 'Tf') {
      font = fonts.get(first)
      size = Number(second)
    }
    else if (operator === 'Tm') {
      [scale = 1, , , rise = 1, x = 0, y = 0] = operands.map(Number)
    }
    else if (operator === 'Td') {
      pen += Number(first)
    }
    else if (textOperators.has(operator)) {
      const codes = operator === 'Tj' ? first.match(/[0-9A-F]{4}/gi)?.map(hex => Number.parseInt(hex, 16)) : undefined
      if (!font || !codes)
        return undefined
      text += codes.map(font.text).join('')
      end = x + scale * (pen + codes.reduce((sum, code) => sum + font!.width(code), 0) * size / 1000)
    }
  }
  return font && { text, x, y, end, size: size * scale, isTurned: rise < 0, font }
}
