import { PDFDocument, StandardFonts } from 'pdf-lib'
import { escapeXml } from './pptx-package'
import type { Box, TextBlock, TextRun, TextTable } from './slide-text'

/** PptxGenJS numbers its shapes from 2 on. */
const FIRST_ID = 1001

/** How much higher than its letters most fonts set a line. */
const NATURAL_LINE = 1.2

/** Width of a text in ems. */
export type Widths = (text: string, bold: boolean) => number

/** The widths of Helvetica, which are Arial’s, too: it stands there where the font of a file is not installed. */
export async function arialWidths(): Promise<Widths> {
  const document = await PDFDocument.create()
  const regular = document.embedStandardFont(StandardFonts.Helvetica)
  const bold = document.embedStandardFont(StandardFonts.HelveticaBold)
  const known = new Set(regular.getCharacterSet())
  // A sign that it lacks comes from another font.
  const plain = (text: string): string => Array.from(text, sign => known.has(sign.codePointAt(0)!) ? sign : 'M').join('')
  return (text, isBold) => (isBold ? bold : regular).widthOfTextAtSize(plain(text), 1)
}

/** Writes texts of one slide as shapes in DrawingML. */
export interface ShapeWriter {
  /**
   * The headline, by which screen readers and the outline know the slide.
   * @param suffix tells it from those of other slides, in small letters
   */
  title: (paragraphs: readonly TextBlock[], suffix: string) => string
  text: (name: string, block: TextBlock) => string
  /** @param words all that there is to read and to see in it, for whoever does not see it */
  table: (table: TextTable, blocks: readonly TextBlock[], words: string) => string
}

/**
 * @param slideWidth pixels
 * @param emu that a pixel has: 914,400 are an inch
 */
export function shapeWriter(slideWidth: number, emu: number, widths: Widths): ShapeWriter {
  const points = emu / 12_700
  let id = FIRST_ID
  const length = (pixels: number): number => Math.round(pixels * emu)
  const place = ({ height, width, x, y }: Box): string =>
    `<a:off x="${length(x)}" y="${length(y)}"/><a:ext cx="${length(width)}" cy="${length(height)}"/>`
  const wide = (line: readonly TextRun[]): number =>
    endLine(line).reduce((sum, { bold, size, spacing, text }) => sum + widths(text, bold) * size + spacing * text.length, 0)

  /** How much smaller words have to be so that no line is longer than this in Arial either; at most 1. */
  const fit = (blocks: readonly TextBlock[], width: number): number =>
    Math.min(1, ...blocks.flatMap(({ lines }) => lines.map(line => width / wide(line))))

  const run = ({ bold, colour, font, italic, size, spacing, struck, text, underlined }: TextRun, scale: number): string => {
    const spaced = Math.round(spacing * scale * points * 100)
    // The schema knows no letters below one point.
    const height = Math.max(100, Math.round(size * scale * points * 100))
    return `<a:r><a:rPr lang="en-US" sz="${height}" b="${Number(bold)}" i="${Number(italic)}"`
      + `${underlined ? ' u="sng"' : ''}${struck ? ' strike="sngStrike"' : ''}`
      + `${spaced ? ` spc="${spaced}"` : ''} dirty="0"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
      + `<a:latin typeface="${escapeXml(font)}" pitchFamily="34" charset="0"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`
  }

  /**
   * @param whole around it and the paragraphs that stand above and below it
   * @param above pixels to the paragraph before
   */
  const paragraph = ({ align, box, indent, lineHeight, lines }: TextBlock, whole: Box, scale: number, above: number, suffix: string): string => {
    // Of several sizes PowerPoint makes each line as high as its largest.
    const heights = lines.map(line => NATURAL_LINE * Math.max(...line.map(({ size }) => size)))
    const spacing = isMixed(lines)
      ? `<a:spcPct val="${Math.round(100_000 * box.height / heights.reduce((sum, height) => sum + height))}"/>`
      : `<a:spcPts val="${Math.round(lineHeight * points * 100)}"/>`
    const last = lines.at(-1)!.at(-1)!
    // Lines end where they do on the slide: left to itself, a wider font would make more of them than there is room for.
    const runs = lines.map(line => endLine(line).map(part => run(part, scale)).join('')).join('<a:br/>')
      + (suffix && run({ ...last, text: suffix, size: last.size / 2, bold: false, spacing: 0 }, scale))
    const left = Math.max(0, -indent) + (align === 'left' ? box.x - whole.x : 0)
    const right = align === 'right' ? rightOf(whole) - rightOf(box) : 0
    return `<a:p><a:pPr marL="${length(left)}" marR="${length(right)}" indent="${length(indent)}" algn="${{ left: 'l', center: 'ctr', right: 'r' }[align]}">`
      + `<a:lnSpc>${spacing}</a:lnSpc><a:spcBef><a:spcPts val="${Math.round(Math.max(0, above) * points * 100)}"/></a:spcBef><a:buNone/></a:pPr>`
      + `${runs}</a:p>`
  }

  const body = (blocks: readonly TextBlock[], scale: number, suffix = ''): string => {
    const whole = around(blocks.map(({ box }) => box))
    return blocks.map((block, index) => {
      const above = index > 0 ? linesOf(block).top - linesOf(blocks[index - 1]!).bottom : 0
      return paragraph(block, whole, scale, above, index === blocks.length - 1 ? suffix : '')
    }).join('')
  }

  /** @param fitting whether lines that are too long wrap, and PowerPoint makes letters smaller once all is too high */
  const shape = (name: string, kind: string, box: Box, fitting: boolean, paragraphs: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id++}" name="${escapeXml(name)}"/>${kind}</p:nvSpPr>`
    + `<p:spPr><a:xfrm>${place(box)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>`
    + `<p:txBody><a:bodyPr wrap="${fitting ? 'square' : 'none'}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">`
    + `<a:${fitting ? 'norm' : 'no'}Autofit/></a:bodyPr>`
    + `<a:lstStyle/>${paragraphs}</p:txBody></p:sp>`

  return {
    title: (blocks, suffix) => {
      const box = around(blocks.map(({ box }) => box))
      const room = Math.max(...blocks.map(({ room }) => room))
      const { align } = blocks[0]!
      // A longer headline may take all the room that is left.
      const width = Math.max(box.width, room, align === 'left' ? slideWidth - 2 * box.x : 0)
      return shape(
        'Title',
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>',
        widen(box, width, align),
        true,
        body(blocks, fit(blocks, width), suffix),
      )
    },
    text: (name, block) =>
      shape(name, '<p:cNvSpPr txBox="1"/><p:nvPr/>', block.box, false, body([block], fit([block], Math.max(block.box.width, block.room)))),
    table: ({ cells }, blocks, words) => {
      const box = around(cells.flat())
      const rows = cells.map((row, rowNo) => {
        const inRow = row.map((cell, columnNo) => tableCell(cell, blocks.filter(({ column, row }) => row === rowNo && column === columnNo)))
        return `<a:tr h="${length(stepTo(cells.map(([cell]) => [cell!.y, cell!.height]), rowNo))}">${inRow.join('')}</a:tr>`
      })
      return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id++}" name="Table" descr="${escapeXml(words)}"/>`
        + '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        + `<p:xfrm>${place(box)}</p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">`
        + `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${cells[0]!.map((_, column) => `<a:gridCol w="${length(stepTo(cells[0]!.map(({ width, x }) => [x, width]), column))}"/>`).join('')}</a:tblGrid>`
        + `${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
    },
  }

  function tableCell(cell: Box, blocks: readonly TextBlock[]): string {
    const bare = `${['L', 'R', 'T', 'B'].map(side => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`).join('')}<a:noFill/>`
    const write = (paragraphs: string, [left, right, top]: readonly number[], anchor: 't' | 'ctr'): string =>
      `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</a:txBody>`
      + `<a:tcPr marL="${length(left!)}" marR="${length(right!)}" marT="${length(top!)}" marB="0" anchor="${anchor}">${bare}</a:tcPr></a:tc>`
    if (blocks.length === 0)
      // As small as can be, so that it makes no row higher.
      return write('<a:p><a:endParaRPr lang="en-US" sz="100" dirty="0"/></a:p>', [0, 0, 0], 't')
    const box = around(blocks.map(({ box }) => box))
    const { align } = blocks[0]!
    const [before, after] = [Math.max(0, box.x - cell.x), Math.max(0, rightOf(cell) - rightOf(box))]
    // Words that stand in the middle have as little margin as puts them there.
    const left = { left: before, center: Math.max(0, before - after), right: 0 }[align]
    const right = { left: 0, center: Math.max(0, after - before), right: after }[align]
    const isCentred = Math.abs(box.y + box.height / 2 - cell.y - cell.height / 2) <= 2
    return write(
      body(blocks, fit(blocks, cell.width - left - right)),
      [left, right, isCentred ? 0 : Math.max(0, linesOf(blocks[0]!).top - cell.y)],
      isCentred ? 'ctr' : 't',
    )
  }
}

/** How far it is to the next row or column, be there a gap between them; of the last, its own size. */
function stepTo(places: readonly (readonly [start: number, size: number])[], index: number): number {
  const [start, size] = places[index]!
  return index + 1 < places.length ? places[index + 1]![0] - start : size
}

/** Whether the paragraphs of each cell stand one below the other, as they do in a table of PowerPoint’s. */
export function isStacked(blocks: readonly TextBlock[]): boolean {
  return blocks.every((block, index) => blocks.slice(0, index).every(before =>
    before.row !== block.row || before.column !== block.column || block.box.y >= bottomOf(before.box) - 4))
}

/** Whether letters are of several sizes. */
function isMixed(lines: TextBlock['lines']): boolean {
  return new Set(lines.flat().map(({ size }) => size)).size > 1
}

/** Where the lines of a paragraph begin and end, which are higher or lower than their letters. */
function linesOf({ box, lineHeight, lines }: TextBlock): { top: number, bottom: number } {
  const height = isMixed(lines) ? box.height : lineHeight * lines.length
  const middle = box.y + box.height / 2
  return { top: middle - height / 2, bottom: middle + height / 2 }
}

/** A line without the space after it. */
function endLine(line: readonly TextRun[]): TextRun[] {
  return line.map((run, index) => index === line.length - 1 ? { ...run, text: run.text.trimEnd() } : run)
}

function rightOf({ width, x }: Box): number {
  return x + width
}

function bottomOf({ height, y }: Box): number {
  return y + height
}

/** The box around several. */
function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map(({ x }) => x))
  const y = Math.min(...boxes.map(({ y }) => y))
  return { x, y, width: Math.max(...boxes.map(rightOf)) - x, height: Math.max(...boxes.map(bottomOf)) - y }
}

/** A box of another width, whose words stay where they are. */
function widen(box: Box, width: number, align: TextBlock['align']): Box {
  const more = width - box.width
  return { ...box, width, x: box.x - { left: 0, center: more / 2, right: more }[align] }
}
