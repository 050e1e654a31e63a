/*
 * The grammar of notes, over the HTML that Slidev makes of their Markdown: the browser has it as `noteHTML`, Node makes
 * it in notes.ts. A note is said, block by block, but for its asides, which open with a bold label such as
 * `**If asked:**`. `[click]` begins the next step, `[click:3]` the third from here.
 */

/** A paragraph, a list or any other block of a note. */
export interface NoteBlock {
  html: string
}

/** Words that are said during one step. */
export interface Passage {
  /** Counted from 0. */
  step: number
  html: string
}

/** HTML that is either what a paragraph holds, or one or more blocks. */
interface Words {
  html: string
  isParagraph: boolean
}

/** A block that is said. Its `html` has Slidev’s marks of the clicks still in it. */
export interface SaidBlock<B extends NoteBlock = NoteBlock> extends Words {
  block: B
  /** The words cut at the clicks, each a whole piece of HTML of its own. */
  passages: Passage[]
}

/** What is not said: `**Point at:** the bars.` and its like. Its `html` is without the label. */
export interface Aside<B extends NoteBlock = NoteBlock> extends Words {
  /** HTML, without its colon. */
  label: string
  /** The step at which it stands in the note. */
  step: number
  blocks: B[]
}

/** A note, taken apart. */
export interface Note<B extends NoteBlock = NoteBlock> {
  said: SaidBlock<B>[]
  asides: Aside<B>[]
  /** Number of the last step that the note has a click for, 0 where it has none. */
  lastStep: number
}

/**
 * Asides for those who read alone, such as the answer to the likely question.
 * @param hidden labels of the others, as the configuration has them: what is of use only in the room, where sources are named
 */
export function readersAsides<B extends NoteBlock>({ asides }: Pick<Note<B>, 'asides'>, hidden: readonly string[]): Aside<B>[] {
  return asides.filter(({ label }) => !hidden.includes(label))
}

/**
 * Takes a note apart.
 * A paragraph that opens with bold words and a colon is an aside. What follows belongs to it where it is a list or
 * another block that is no paragraph, or where the label had nothing after it; the next paragraph is said again.
 */
export function parseNote<B extends NoteBlock>(blocks: readonly B[]): Note<B> {
  const said: SaidBlock<B>[] = []
  const asides: (Omit<Aside<B>, keyof Words> & { parts: Words[] })[] = []
  let step = 0
  /** Whether the last aside may go on. */
  let isAside = false
  for (const block of blocks) {
    const html = block.html.replace(CLICK_IN_CODE, '[click]')
    const [, paragraph] = /^\s*<p>(.*)<\/p>\s*$/s.exec(html) ?? []
    const words: Words = { html: paragraph ?? html.trim(), isParagraph: paragraph !== undefined }
    const cut = cutAtClicks(words.html, step)
    const bare = withoutClicks(words.html)
    const [, label, rest = ''] = words.isParagraph ? LABEL.exec(bare) ?? [] : []
    const last = asides.at(-1)
    if (label !== undefined) {
      asides.push({
        label,
        step: cut.passages[0]?.step ?? step,
        blocks: [block],
        parts: hasWords(rest) ? [{ html: rest, isParagraph: true }] : [],
      })
      isAside = true
    }
    else if (isAside && last && (!words.isParagraph || last.parts.length === 0)) {
      last.blocks.push(block)
      last.parts.push({ html: bare, isParagraph: words.isParagraph })
    }
    else {
      isAside = false
      if (cut.passages.length > 0)
        said.push({ block, ...words, passages: cut.passages })
    }
    step = cut.lastStep
  }
  return { said, asides: asides.map(({ parts, ...aside }) => ({ ...aside, ...joined(parts) })), lastStep: step }
}

function joined(parts: readonly Words[]): Words {
  const [first = { html: '', isParagraph: true }, ...others] = parts
  return others.length === 0
    ? first
    : { html: parts.map(({ html, isParagraph }) => isParagraph ? `<p>${html}</p>` : html).join('\n'), isParagraph: false }
}

/** What Slidev puts in the place of `[click]`, with the number of the step that it begins. */
export const clickMark = (step: number | string): string => `<span class="slidev-note-click-mark" data-clicks="${step}"></span>`

const CLICK = new RegExp(clickMark('(\\d+)'))
const AROUND_CLICK = new RegExp(`(\\s*)${clickMark('\\d+')}(\\s*)`, 'g')
/** In code Slidev puts it too, and there it is text. */
const CLICK_IN_CODE = /&lt;span class=&quot;slidev-note-click-mark&quot; data-clicks=&quot;\d+&quot;&gt;&lt;\/span&gt;/g
/** The colon stands before or after the end of the bold words. */
const LABEL = /^<strong>((?:(?!<\/strong>).)+?)\s*(?:[:：]<\/strong>|<\/strong>\s*[:：])\s*(.*)$/s

/** The same HTML without Slidev’s marks of the clicks. */
export function withoutClicks(html: string): string {
  return html.replace(AROUND_CLICK, (_, before: string, after: string) => before || after ? ' ' : '').trim()
}

/** Takes the HTML of a note apart into its blocks. */
export function blocksOf(html: string): NoteBlock[] {
  const blocks: string[] = ['']
  let depth = 0
  for (const { raw, type } of htmlTokens(html)) {
    blocks.push(`${blocks.pop()}${raw}`)
    depth = Math.max(0, depth + (type === 'open' ? 1 : type === 'close' ? -1 : 0))
    if (depth === 0 && type !== 'text')
      blocks.push('')
  }
  return blocks.map(block => ({ html: block.trim() })).filter(block => block.html)
}

/** A tag, a comment, or the text between two of them. */
export interface HtmlToken {
  type: 'open' | 'close' | 'empty' | 'comment' | 'text'
  /** Of the element, in small letters. */
  name: string
  /** As it is written. */
  raw: string
}

const TOKEN = /<!--.*?-->|<(?<slash>\/?)(?<name>[a-z][\w-]*)(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+|</gis
const EMPTY = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** Reads HTML as Markdown has it: whatever is not a tag or a comment is text. */
export function* htmlTokens(html: string): Generator<HtmlToken, void> {
  for (const { 0: raw, groups } of html.matchAll(TOKEN)) {
    const name = groups!.name?.toLowerCase()
    yield name === undefined
      ? { type: raw.startsWith('<!--') ? 'comment' : 'text', name: '', raw }
      : { type: groups!.slash ? 'close' : EMPTY.has(name) || raw.endsWith('/>') ? 'empty' : 'open', name, raw }
  }
}

function hasWords(html: string): boolean {
  return [...htmlTokens(html)].some(({ name, raw, type }) => type === 'text' ? raw.trim() : name === 'img')
}

/** Cuts HTML at the clicks, which it leaves out. Elements that are open at a click end there and begin anew after it. */
function cutAtClicks(html: string, step: number): { passages: Passage[], lastStep: number } {
  const passages: Passage[] = []
  let open: { name: string, tag: string, number: number }[] = []
  let passage = ''
  let lastStep = step
  const finish = (): void => {
    for (const { name, tag } of [...open].reverse()) {
      // Nothing but the element’s own beginning: it belongs to what comes after the click.
      const isEmpty = passage.trimEnd().endsWith(tag)
      passage = isEmpty ? passage.trimEnd().slice(0, -tag.length) : `${passage}</${name}>`
    }
    if (hasWords(passage))
      passages.push({ step: lastStep, html: passage })
  }
  for (const [i, piece] of html.split(CLICK).entries()) {
    if (i % 2) {
      finish()
      lastStep = Number(piece)
      // An ordered list goes on counting.
      open = open.map(element => element.name === 'ol' ? { ...element, tag: `<ol start="${element.number}">` } : element)
      passage = open.map(({ tag }) => tag).join('')
      continue
    }
    for (const { name, raw, type } of htmlTokens(piece)) {
      const parent = open.at(-1)
      if (name === 'li' && type === 'open' && parent)
        parent.number += 1
      if (type === 'open')
        open.push({ name, tag: raw, number: Number(/\bstart="(\d+)"/.exec(raw)?.[1] ?? 1) - 1 })
      else if (type === 'close')
        open = open.slice(0, Math.max(0, open.findLastIndex(element => element.name === name)))
      passage += raw
    }
  }
  finish()
  return { passages, lastStep }
}
