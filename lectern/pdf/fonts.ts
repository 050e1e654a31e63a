import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFDocument, type PDFRef } from 'pdf-lib'
import { streamText } from './streams'

/** What the characters of a font mean and take, by their two-byte codes. */
export interface FontReader {
  text: (code: number) => string
  /** Thousandths of the font size. */
  width: (code: number) => number
  /** Code of the space; absent where the font has none. */
  space: number | undefined
}

/** The fonts among resources by the names that content uses; those with one-byte codes are left out. */
export function readFonts(resources: PDFDict | undefined): Map<string, FontReader> {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map((fonts?.keys() ?? []).flatMap((name) => {
    const font = fonts!.lookup(name, PDFDict)
    return font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? [[name.toString(), readFont(font)] as const] : []
  }))
}

const readers = new WeakMap<PDFDict, FontReader>()

function readFont(font: PDFDict): FontReader {
  const known = readers.get(font)
  if (known)
    return known
  const map = font.lookup(PDFName.of('ToUnicode'))
  const texts = parseToUnicode(map instanceof PDFRawStream ? streamText(map) : '')
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const widths = parseWidths(descendant.lookupMaybe(PDFName.of('W'), PDFArray))
  const usual = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000
  const reader: FontReader = {
    text: code => texts.get(code) ?? '',
    width: code => widths.get(code) ?? usual,
    space: [...texts].find(([, text]) => text === ' ')?.[0],
  }
  readers.set(font, reader)
  return reader
}

/** Reads a character map: what each code means. */
export function parseToUnicode(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, kind, lines = ''] of map.matchAll(/beginbf(char|range)(.*?)endbf/gs)) {
    for (const line of lines.split('\n')) {
      const [first = '', last = '', ...rest] = [...line.matchAll(/<([0-9A-F]+)>/gi)].map(match => match[1] ?? '')
      if (kind === 'char' && last)
        texts.set(Number.parseInt(first, 16), text(last))
      const start = Number.parseInt(first, 16)
      for (let code = start; kind === 'range' && rest[0] && code <= Number.parseInt(last, 16); code += 1) {
        const offset = code - start
        texts.set(code, line.includes('[') ? text(rest[offset] ?? '') : shifted(text(rest[0]), offset))
      }
    }
  }
  return texts
}

/** How many characters a block of a character map may have. */
const BLOCK = 100

/** Writes a character map without ranges. */
export function spellOut(map: string): string {
  const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
  const lines = [...parseToUnicode(map)].sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')}>\n`)
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, index) => lines.slice(index * BLOCK, (index + 1) * BLOCK))
    .map(block => `${block.length} beginbfchar\n${block.join('')}endbfchar\n`)
  return map.replace(/\d+ beginbf(?:char|range)\n.*endbf(?:char|range)\n/s, () => blocks.join(''))
}

/** Spells out what the characters of every font mean: Ghostscript misreads ranges beyond Latin-1, see lectern/UPSTREAM.md. */
export function spellOutFonts(pdf: PDFDocument): void {
  const { context } = pdf
  for (const [, font] of context.enumerateIndirectObjects()) {
    const map = font instanceof PDFDict ? font.lookup(PDFName.of('ToUnicode')) : undefined
    if (font instanceof PDFDict && map instanceof PDFRawStream)
      context.assign(font.get(PDFName.of('ToUnicode')) as PDFRef, context.flateStream(spellOut(streamText(map))))
  }
}

function shifted(text: string, offset: number): string {
  const characters = [...text]
  const last = characters.pop()?.codePointAt(0) ?? 0
  return characters.join('') + String.fromCodePoint(last + offset)
}

/** Reads a composite font's widths: `first [a b c]` or `first last width`, again and again. */
function parseWidths(list: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const number = (index: number): number => list!.lookup(index, PDFNumber).asNumber()
  for (let index = 0; index + 1 < (list?.size() ?? 0);) {
    const first = number(index)
    const next = list!.lookup(index + 1)
    if (next instanceof PDFArray) {
      next.asArray().forEach((_, offset) => widths.set(first + offset, next.lookup(offset, PDFNumber).asNumber()))
      index += 2
    }
    else {
      for (let code = first; code <= number(index + 1); code += 1)
        widths.set(code, number(index + 2))
      index += 3
    }
  }
  return widths
}
