import MiniSearch from 'minisearch'
import type { TextPart } from './markedText'

/** What can be found, and where it stands. */
export interface SearchDocument {
  /** Unique among all documents. */
  id: string
  /** `headline`, `narration`, or what the deck’s configuration adds. */
  kind: string
  /** How much it counts beside others; 1 unless set. */
  weight?: number
  /** Number of its slide, from 1. */
  no: number
  alias: string
  /** Step of the slide that shows it or during which it is said, from 0. */
  step: number
  /** Id of its place on a page to read. */
  anchor: string
  text: string
  /** Who says or publishes it, with role and company. */
  by?: string
}

/** A document that was found; the words that matched are marked. */
export interface SearchHit {
  document: SearchDocument
  text: TextPart[]
  by?: TextPart[]
}

/** What was found on one slide, best first. */
export interface SearchGroup {
  no: number
  /** The slide itself; its headline is marked where it matched. */
  headline: SearchHit
  /** At most `MOST_HITS`. */
  hits: SearchHit[]
  /** Hits that are left out. */
  more: number
}

export interface SearchResults {
  groups: SearchGroup[]
  /** Documents that were found. */
  count: number
  /** Whether only some of the words were found together, for want of all of them. */
  isLoose: boolean
}

/** Hits shown of one slide: enough to choose from, few enough to see the next slide. */
export const MOST_HITS = 4

/** Characters of a passage that are shown. */
const EXCERPT = 170

/** Where MiniSearch, too, ends a word. */
const BETWEEN_WORDS = /([\n\r\p{Z}\p{P}]+)/u

/** A word as it is compared: small letters without accents. */
function normalise(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * Prepares documents for searching. Beginnings of words are enough, and longer words may have a typing error.
 * @param documents with a headline for every slide
 * @returns finds what has all words of a query, or else what has some; the best slide comes first
 */
export function createSearch(documents: readonly SearchDocument[]): (query: string) => SearchResults {
  const byId = new Map(documents.map(document => [document.id, document]))
  const index = new MiniSearch<SearchDocument>({
    fields: ['headline', 'by', 'text'],
    extractField: (document, field) => {
      if (field === 'headline' || field === 'text')
        return (document.kind === 'headline') === (field === 'headline') ? document.text : ''
      return String(document[field as keyof SearchDocument] ?? '')
    },
    processTerm: normalise,
    searchOptions: {
      boost: { headline: 4, by: 3 },
      boostDocument: id => byId.get(id as string)!.weight ?? 1,
      prefix: term => term.length > 1,
      // Letters that may be wrong; in a short word a second one makes another word of it.
      fuzzy: ({ length }) => length > 8 ? 2 : length > 3 ? 1 : false,
      weights: { prefix: 0.5, fuzzy: 0.2 },
    },
  })
  index.addAll(documents)
  const headlines = new Map(documents.filter(({ kind }) => kind === 'headline').map(document => [document.no, document]))

  return (query) => {
    const strict = index.search(query, { combineWith: 'AND' })
    const isLoose = strict.length === 0
    const found = isLoose ? index.search(query, { combineWith: 'OR' }) : strict
    const groups = new Map<number, SearchGroup>()
    for (const { id, terms } of found) {
      const document = byId.get(String(id))!
      const hit = hitOf(document, new Set(terms))
      const group = groups.get(document.no)
        ?? { no: document.no, headline: hitOf(headlines.get(document.no)!, new Set()), hits: [], more: 0 }
      groups.set(document.no, group)
      if (document.kind === 'headline')
        group.headline = hit
      else if (group.hits.length < MOST_HITS)
        group.hits.push(hit)
      else
        group.more += 1
    }
    return { groups: [...groups.values()], count: found.length, isLoose: isLoose && found.length > 0 }
  }
}

function hitOf(document: SearchDocument, words: ReadonlySet<string>): SearchHit {
  return {
    document,
    text: excerptOf(markWords(document.text, words), EXCERPT),
    by: document.by === undefined ? undefined : markWords(document.by, words),
  }
}

/** Cuts a text into runs of words that matched and others. Joined, they give back the text. */
export function markWords(text: string, words: ReadonlySet<string>): TextPart[] {
  const parts: TextPart[] = []
  for (const piece of text.split(BETWEEN_WORDS)) {
    const marked = words.has(normalise(piece))
    const last = parts.at(-1)
    if (last?.marked === marked)
      last.text += piece
    else if (piece)
      parts.push({ text: piece, marked })
  }
  return parts
}

/**
 * Shortens marked text to the surroundings of its first mark, at the ends of words.
 * @param length most characters, without the dots that stand for what is left out
 */
export function excerptOf(parts: readonly TextPart[], length: number): TextPart[] {
  const text = parts.map(part => part.text).join('')
  if (text.length <= length)
    return [...parts]
  const firstMark = parts.findIndex(({ marked }) => marked)
  const markAt = parts.slice(0, Math.max(firstMark, 0)).reduce((sum, part) => sum + part.text.length, 0)
  let from = Math.max(0, Math.min(markAt - length / 4, text.length - length))
  from = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const wanted = Math.min(text.length, from + length)
  const to = wanted === text.length ? wanted : text.slice(0, text.lastIndexOf(' ', wanted)).replace(/\p{P}+$/u, '').length

  const cut: TextPart[] = []
  let at = 0
  for (const { marked, text: run } of parts) {
    const inside = run.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (inside)
      cut.push({ text: inside, marked })
    at += run.length
  }
  const dots = { text: '…', marked: false }
  return [...from > 0 ? [dots] : [], ...cut, ...to < text.length ? [dots] : []]
}
