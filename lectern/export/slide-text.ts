/** A rectangle, in pixels of CSS from the upper left corner of the slide. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Words of one look. */
export interface TextRun {
  text: string
  /** The first family that the style names. */
  font: string
  /** Pixels. */
  size: number
  bold: boolean
  italic: boolean
  /** Such as `1B1F24`. */
  colour: string
  /** What is added after each letter, in pixels. */
  spacing: number
  underlined: boolean
  struck: boolean
}

/** A paragraph that could be text: of the headline, of a block quote or of a cell of a table. */
export interface TextBlock {
  of: 'headline' | 'blockquote' | 'cell'
  /** What it is a part of, counted from 0: the headline, the block quote or the table. */
  part: number
  /** Around its words. */
  box: Box
  /** As wide as its lines may become. */
  room: number
  /** Around each of its words, or around both parts of one that a line ends in. */
  words: Box[]
  align: 'left' | 'center' | 'right'
  /** Pixels. */
  lineHeight: number
  /** How far the first line begins after the others, in pixels: below zero where it hangs. */
  indent: number
  /** As they stand on the slide. */
  lines: TextRun[][]
  /** Of a cell: its place in the table’s grid. */
  row?: number
  column?: number
}

/** A table that is laid out as one: all its rows have as many cells. */
export interface TextTable {
  part: number
  /** Of each cell, by row and column. */
  cells: Box[][]
}

/** An element or a text of a page that a screen reader has, in document order. */
export interface ReadNode {
  /** How deep it lies. */
  depth: number
  /** What it says itself; elements mostly say nothing. */
  text: string
  /** CSS display of an element; undefined for a text. */
  display?: string
  /** Which of the blocks it is in. */
  block?: number
  /** Which headline, block quote or table it is in. */
  part?: number
}

/** What a page says, and what of it could be text. */
export interface SlideText {
  /** In reading order. */
  nodes: ReadNode[]
  blocks: TextBlock[]
  tables: TextTable[]
}

/** Reads each page, while all of them are laid out. Runs in the browser, so it holds all that it needs. */
export function readSlideTexts(): SlideText[] {
  return Array.from(document.querySelectorAll('.print-slide-container'), (container) => {
    const layout = container.querySelector('.slidev-layout') ?? container
    const origin = container.getBoundingClientRect()
    const nodes: ReadNode[] = []
    const blocks: TextBlock[] = []
    const tables: TextTable[] = []
    /** Texts of each element that lays out lines. */
    const paragraphs = new Map<Element, { texts: Text[], nodes: ReadNode[] }>()
    const parts = new Map<Element, number>()
    /** Texts that stand after a line break. */
    const broken = new Set<Text>()
    const toBox = ({ height, width, x, y }: DOMRect): Box => ({ x: x - origin.x, y: y - origin.y, width, height })
    const around = (boxes: readonly Box[]): Box => {
      const x = Math.min(...boxes.map(({ x }) => x))
      const y = Math.min(...boxes.map(({ y }) => y))
      return {
        x,
        y,
        width: Math.max(...boxes.map(({ width, x }) => x + width)) - x,
        height: Math.max(...boxes.map(({ height, y }) => y + height)) - y,
      }
    }

    const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })!
    const colours = new Map<string, string | undefined>()
    /** Six hexadecimal digits, or undefined where something shines through. */
    const opaque = (colour: string): string | undefined => {
      if (colours.has(colour))
        return colours.get(colour)
      paint.clearRect(0, 0, 1, 1)
      paint.fillStyle = colour
      paint.fillRect(0, 0, 1, 1)
      const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data
      colours.set(colour, alpha === 255
        ? [red!, green!, blue!].map(value => value.toString(16).padStart(2, '0')).join('').toUpperCase()
        : undefined)
      return colours.get(colour)
    }

    /** Whether text there looks as its own style says. */
    const isPlain = (element: Element): boolean => {
      for (let at: Element | null = element; at && at !== layout; at = at.parentElement) {
        const style = getComputedStyle(at)
        const isTurned = style.transform !== 'none' || style.rotate !== 'none' || style.scale !== 'none' || style.writingMode !== 'horizontal-tb'
        if (isTurned || style.opacity !== '1' || style.filter !== 'none')
          return false
      }
      return element.getBoundingClientRect().width > 2
    }

    /** Whether PowerPoint has all that these words look like. */
    const isOrdinary = (style: CSSStyleDeclaration): boolean =>
      style.textShadow === 'none' && style.fontVariantCaps === 'normal' && style.getPropertyValue('-webkit-text-stroke-width') === '0px'
      && /^(?:none|uppercase|lowercase)$/.test(style.textTransform)

    /** Whether words have a ground or a border of their own within a headline, a block quote or a cell, as a badge has. */
    const isBadge = (element: Element, words: Box): boolean => {
      for (let at = element; !at.matches('th, td, caption, table, blockquote, h1'); at = at.parentElement!) {
        const { backgroundColor, borderTopWidth } = getComputedStyle(at)
        const { width, x } = toBox(at.getBoundingClientRect())
        if ((backgroundColor !== 'rgba(0, 0, 0, 0)' || borderTopWidth !== '0px') && x <= words.x && x + width >= words.x + words.width)
          return true
      }
      return false
    }

    const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline'

    const readBlock = (element: HTMLElement, texts: readonly Text[]): TextBlock | undefined => {
      const root = element.closest('h1:not([aria-level]), blockquote, table')!
      const own = getComputedStyle(element)
      // Formulas, and scripts that run from right to left, keep their own order.
      if (!isPlain(element) || own.direction !== 'ltr' || own.textAlign === 'justify' || element.querySelector('math, ruby')
        || texts.some(({ data }) => /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(data)))
        return
      // Of a zoomed slide the style names sizes as they were.
      const zoom = element.offsetWidth > 0 ? element.getBoundingClientRect().width / element.offsetWidth : 1
      const scale = Math.abs(zoom - 1) < 0.02 ? 1 : zoom
      const pixels = (length: string): number => (Number.parseFloat(length) || 0) * scale
      const first = getComputedStyle(element, '::first-line')
      const lines: TextRun[][] = []
      const words: Box[] = []
      let last: { box: Box, size: number } | undefined
      let isSpaced = false
      for (const text of texts) {
        const parent = text.parentElement!
        const decorations = [own.textDecorationLine]
        for (let at = parent; at !== element; at = at.parentElement!) {
          const { backgroundColor, opacity, position, textDecorationLine, top, verticalAlign } = getComputedStyle(at)
          const isRaised = at.matches('sub, sup') || verticalAlign !== 'baseline' || (position === 'relative' && top !== '0px')
          if (isRaised || backgroundColor !== 'rgba(0, 0, 0, 0)' || opacity !== '1')
            return
          decorations.push(textDecorationLine)
        }
        const style = getComputedStyle(parent)
        const size = pixels(style.fontSize)
        const colour = opaque(style.getPropertyValue('-webkit-text-fill-color'))
        if (!isOrdinary(style) || (style.whiteSpace.startsWith('pre') && /[ \t]{2}|[\t\n]/.test(text.data)))
          return
        const range = document.createRange()
        isSpaced ||= broken.has(text)
        // A line may end after a space, a dash or a slash, and anywhere between Chinese and Japanese letters.
        for (const { 0: found, index } of text.data.matchAll(/[ \t\r\n\f]+|[\u3000-\u9FFF\uFF00-\uFFEF]|[^ \t\r\n\f/–—\u3000-\u9FFF\uFF00-\uFFEF-]*[/–—-]+|[^ \t\r\n\f/–—\u3000-\u9FFF\uFF00-\uFFEF-]+/g)) {
          if (!found.trim() && found !== '\u3000') {
            isSpaced = true
            continue
          }
          range.setStart(text, index)
          range.setEnd(text, index + found.length)
          const boxes = Array.from(range.getClientRects(), toBox).filter(({ width }) => width > 0)
          // A word that lies on several lines has no end that a file could name.
          if (boxes.length === 0 || !colour || boxes.at(-1)!.y > boxes[0]!.y + boxes[0]!.height / 2)
            return
          const box = around(boxes)
          const larger = Math.max(size, last?.size ?? 0)
          const gap = last ? box.x - last.box.x - last.box.width : 0
          const drop = last ? box.y + box.height / 2 - last.box.y - last.box.height / 2 : 0
          const isNewLine = !last || gap < -Math.max(1, 0.06 * larger)
          // Neither the next line, nor the next word of this one: another column, or a gap that a file would not have.
          if (last && (isNewLine ? drop <= 0 : gap > (isSpaced ? 0.8 : 0.3) * larger || Math.abs(drop) > larger / 2))
            return
          // A space has the look of what it follows, but no line under or through it.
          const before = isSpaced ? lines.at(-1)?.at(-1) : undefined
          const isBare = before !== undefined && (before.underlined || before.struck)
          if (before && !isBare)
            before.text += ' '
          const space = isBare && !isNewLine ? ' ' : ''
          isSpaced = false
          if (isNewLine)
            lines.push([])
          last = { box, size }
          words.push(...boxes)
          const line = lines.at(-1)!
          // What the first line has of its own, its words have besides.
          const isFirst = lines.length === 1 && first.fontSize !== own.fontSize
          const look = {
            font: style.fontFamily.split(',')[0]!.replace(/["']/g, '').trim(),
            size: isFirst ? size * Number.parseFloat(first.fontSize) / Number.parseFloat(own.fontSize) : size,
            bold: Number(style.fontWeight) >= 600,
            italic: style.fontStyle !== 'normal',
            colour,
            spacing: pixels(isFirst ? first.letterSpacing : style.letterSpacing),
            underlined: decorations.some(line => line.includes('underline')),
            struck: decorations.some(line => line.includes('line-through')),
          }
          const shown = { uppercase: found.toUpperCase(), lowercase: found.toLowerCase() }[style.textTransform] ?? found
          const run = line.at(-1)
          if (run && Object.entries(look).every(([key, value]) => run[key as keyof TextRun] === value))
            run.text += space + shown
          else
            line.push({ text: space + shown, ...look })
        }
      }
      if (lines.length === 0 || isBadge(element, around(words)))
        return
      const cell = element.closest<HTMLTableCellElement>('th, td')
      return {
        of: root.matches('table') ? 'cell' : root.matches('h1') ? 'headline' : 'blockquote',
        part: parts.get(root)!,
        box: around(words),
        room: element.getBoundingClientRect().width - pixels(own.paddingLeft) - pixels(own.paddingRight),
        words,
        align: /^(?:-webkit-)?(?:right|end)$/.test(own.textAlign) ? 'right' : own.textAlign.endsWith('center') ? 'center' : 'left',
        lineHeight: pixels(own.lineHeight) || 1.2 * pixels(own.fontSize),
        indent: pixels(own.textIndent),
        lines,
        ...cell && { row: (cell.parentElement as HTMLTableRowElement).rowIndex, column: cell.cellIndex },
      }
    }

    const walker = document.createTreeWalker(layout, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
      node instanceof Element
        ? node.getAttribute('aria-hidden') !== 'true' && node.checkVisibility({ visibilityProperty: true })
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_REJECT
        : node.parentElement?.closest(':is(svg, a, [role=img])[aria-label]')
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT)
    let isBroken = false
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let depth = 0
      for (let parent = node.parentNode; parent && parent !== layout; parent = parent.parentNode)
        depth += 1
      const element = node instanceof Element ? node : node.parentElement!
      const root = element.closest('h1:not([aria-level]), blockquote, table')
      if (root && layout.contains(root) && !parts.has(root))
        parts.set(root, parts.size)
      const part = root && parts.get(root)
      const read: ReadNode = { depth, text: '', ...part != null && { part } }
      nodes.push(read)
      if (node instanceof Element) {
        read.text = node.matches(':is(svg, a, [role=img])[aria-label], img[alt]') ? node.getAttribute('aria-label') ?? node.getAttribute('alt')! : ''
        isBroken ||= node.matches('br')
        read.display = node.matches('br') ? 'inline-block' : getComputedStyle(node).display
        continue
      }
      read.text = (node as Text).data
      if (isBroken)
        broken.add(node as Text)
      isBroken = false
      if (root && layout.contains(root)) {
        let paragraph = element
        while (isInline(paragraph) && paragraph !== root)
          paragraph = paragraph.parentElement!
        const { nodes, texts } = paragraphs.get(paragraph) ?? { nodes: [], texts: [] }
        paragraphs.set(paragraph, { nodes: [...nodes, read], texts: [...texts, node as Text] })
      }
    }
    for (const [element, { nodes, texts }] of paragraphs) {
      const block = element instanceof HTMLElement && texts.some(({ data }) => data.trim()) ? readBlock(element, texts) : undefined
      if (!block)
        continue
      nodes.forEach(node => node.block = blocks.length)
      blocks.push(block)
    }
    for (const [element, part] of parts) {
      if (!(element instanceof HTMLTableElement) || getComputedStyle(element).display !== 'table')
        continue
      const rows = Array.from(element.rows).filter(row => row.checkVisibility({ visibilityProperty: true }))
      const cells = rows.map(({ cells }) => Array.from(cells))
      const isGrid = rows.length === element.rows.length && rows.every(row => getComputedStyle(row).display === 'table-row')
        && cells.every(row => row.length === cells[0]!.length && row.every(({ colSpan, rowSpan }) => colSpan === 1 && rowSpan === 1))
      if (isGrid)
        tables.push({ part, cells: cells.map(row => row.map(cell => toBox(cell.getBoundingClientRect()))) })
    }
    return { nodes, blocks, tables }
  })
}
