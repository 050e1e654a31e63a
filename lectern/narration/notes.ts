import { decodeHTML } from 'entities'
import MarkdownExit, { type StateCore, type Token } from 'markdown-exit'
import { clickMark, htmlTokens, parseNote, withoutClicks, type Note, type NoteBlock } from './grammar.ts'

/** A click, in text that has no slide beside it. */
export const CLICK = '▸'

/** A block of a note, as it is written and as HTML. */
export interface MarkdownBlock extends NoteBlock {
  /** With its clicks as signs. */
  markdown: string
}

/** As Slidev renders notes, but for `keepSigns`. */
const renderer = MarkdownExit({ html: true })
renderer.core.ruler.push('keep_signs', keepSigns)

const CLICK_IN_MARKDOWN = /\[click(?::(\d+))?\]/gi

/** Takes a note apart that is Markdown, with `[click]` at every step. */
export function readNote(note: string): Note<MarkdownBlock> {
  let step = 0
  const marked = note.replace(CLICK_IN_MARKDOWN, (_, times = '1') => clickMark(step += Number(times)))
  const lines = note.replace(CLICK_IN_MARKDOWN, CLICK).split('\n')

  const env = {}
  const blocks: Token[][] = []
  let isWhole = true
  for (const token of renderer.parse(marked, env)) {
    if (isWhole)
      blocks.push([])
    blocks.at(-1)!.push(token)
    isWhole = token.level === 0 && token.nesting <= 0
  }
  const rendered = blocks.map(tokens => ({ line: tokens[0]!.map![0], html: renderer.renderer.render(tokens, renderer.options, env) }))
    .filter(({ html }) => html)
  // Each takes all lines up to the next: the definition of a link is a block without HTML.
  return parseNote(rendered.map(({ html, line }, i) => ({
    html,
    markdown: lines.slice(i && line, rendered[i + 1]?.line).join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, ''),
  })))
}

/**
 * Leaves `*` inside a word and `__` around a name as they are written, which Markdown reads as emphasis. Plain text has no
 * emphasis, and `2*3*4` and `__init__` would lose there what tells them from 234 and init.
 */
function keepSigns({ tokens }: StateCore): void {
  for (const { children } of tokens) {
    const open: number[] = []
    for (const [end, token] of (children ?? []).entries()) {
      if (token.nesting === 1)
        open.push(end)
      if (token.nesting !== -1)
        continue
      const start = open.pop()
      if (start === undefined || !/^(?:em|strong)_/.test(token.type))
        continue
      const content = (at: number): string => children![at]?.content ?? ''
      const isInWord = /[\p{L}\p{N}]$/u.test(content(start - 1)) && /^[\p{L}\p{N}]/u.test(content(end + 1))
      const isName = token.markup === '__' && end === start + 2 && /^\w+$/.test(content(start + 1))
      if (isInWord || isName) {
        for (const sign of [children![start]!, token])
          Object.assign(sign, { type: 'text', tag: '', nesting: 0, content: sign.markup })
      }
    }
  }
}

/**
 * A note for programs that know no Markdown: what is said, then the asides.
 * @param steps whose words and asides are wanted: those after one step up to and with another
 */
export function plainNote(note: string, { after = -1, upTo = Infinity } = {}): string {
  const { asides, said } = readNote(note)
  const isWanted = ({ step }: { step: number }): boolean => after < step && step <= upTo
  let shown = after + 1
  const spoken = said.flatMap(({ isParagraph, passages }) => {
    const texts = passages.filter(isWanted).map(({ html, step }) => {
      const isClicked = step > shown
      shown = step
      return `${isClicked ? `${CLICK} ` : ''}${plainText(html, { withAddresses: true })}`
    })
    return texts.length > 0 ? texts.join(isParagraph ? ' ' : '\n') : []
  })
  const apart = asides.filter(isWanted).map(({ html, isParagraph, label }) =>
    `${plainText(label)}:${isParagraph ? ' ' : '\n'}${plainText(html, { withAddresses: true })}`)
  return [...spoken, ...apart].join('\n\n')
}

/** The first block of what is said, as plain text; empty where nothing is. */
export function openingWords(note: string): string {
  return plainText(withoutClicks(readNote(note).said[0]?.html ?? ''))
}

/** The words of a line of Markdown. */
export function plainLine(markdown: string): string {
  return plainText(renderer.renderInline(markdown)).replace(/\s+/g, ' ').trim()
}

const BLOCKS = new Set([
  'blockquote', 'dd', 'div', 'dl', 'dt', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tr', 'ul',
])

/**
 * The words of a piece of HTML, with a line for each block, and list items with their number or a bullet.
 * @param options.withAddresses whether a link is followed by its address, unless it is its own text
 */
export function plainText(html: string, { withAddresses = false } = {}): string {
  const lists: { number: number | undefined }[] = []
  let text = ''
  let link = { address: '', start: 0 }
  let isVerbatim = false
  const isAtStart = (): boolean => /(?:^|\n)(?: *(?:•|\d+\.) )?$/.test(text)
  const breakLine = (): void => {
    if (!isAtStart())
      text = `${text.replace(/ +$/, '')}\n`
  }

  for (const { name, raw, type } of htmlTokens(html)) {
    if (type === 'text') {
      const words = decodeHTML(raw)
      const flowing = words.replace(/\s+/g, ' ')
      text += isVerbatim ? words : /\s$/.test(text) || isAtStart() ? flowing.trimStart() : flowing
      continue
    }
    if (BLOCKS.has(name))
      breakLine()
    if (name === 'br')
      text = `${text.replace(/ +$/, '')}\n`
    else if (name === 'img')
      text += attribute(raw, 'alt')
    else if (name === 'pre')
      isVerbatim = type === 'open'
    else if (/^t[dh]$/.test(name) && type === 'open')
      text = isAtStart() ? text : `${text.trimEnd()}\t`
    else if (name === 'a' && type === 'open')
      link = { address: attribute(raw, 'href'), start: text.length }
    else if (name === 'a' && withAddresses && !link.address.endsWith(text.slice(link.start)))
      text += ` (${link.address})`
    else if (/^[uo]l$/.test(name) && type === 'close')
      lists.pop()
    else if (/^[uo]l$/.test(name))
      lists.push({ number: name === 'ol' ? Number(attribute(raw, 'start') || 1) : undefined })
    else if (name === 'li' && type === 'open')
      text += `${'  '.repeat(Math.max(0, lists.length - 1))}${bullet(lists.at(-1))} `
  }
  return text.trim()
}

function bullet(list: { number: number | undefined } | undefined): string {
  return list?.number === undefined ? '•' : `${list.number++}.`
}

function attribute(tag: string, name: string): string {
  const [, double, single = ''] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? []
  return decodeHTML(double ?? single)
}
