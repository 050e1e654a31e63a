import { publishersOn } from '../../data/publishers'
import { quotes, source, sources, type About, type Source, type SourceId } from '../../data/deck'
import { byPublisher } from './sourceGroups'

/**
 * The lists at the end of the deck, in their order. `voices`: what the quotations come from. `manuals`: what both
 * projects say of themselves. `news`: what has come out about either. `others`: who speaks about both.
 */
export const shelves = ['voices', 'manuals', 'news', 'others'] as const

export type Shelf = typeof shelves[number]

/** Sources under one name. */
export interface SourceGroup {
  /** What they have in common: a book, or who published them; none where each has a publisher of its own. */
  name?: string
  /** Where all of them are, such as `doc.rust-lang.org`. */
  host?: string
  records: { record: Source, title: string }[]
}

/** Groups about one language or both; those of `others` stand under no language. */
export interface SourceSection {
  about?: About
  groups: SourceGroup[]
}

/** As many chapters of a book as make it a group of its own. */
const BOOK = 3

/** The columns of a list, each with its sections. */
export function shelfColumns(shelf: Shelf): SourceSection[][] {
  const own = (Object.keys(sources) as SourceId[]).map(source).filter(record => shelfOf(record) === shelf)
    .sort(shelf === 'voices' ? by(speakersOf) : by(({ published, title }) => `${published ?? ''} ${title}`))
  const about = (language: About): Source[] => own.filter(record => aboutOf(record) === language)
  if (shelf === 'voices') {
    const section = (language: About): SourceSection => ({ about: language, groups: [{ records: whole(about(language)) }] })
    return [[section('go')], [section('rust'), section('both')]]
  }
  if (shelf === 'others') {
    const groups = groupsOf(own)
    return [groups.filter(({ name }) => name), groups.filter(({ name }) => !name)].map(half => [{ groups: half }])
  }
  return (['go', 'rust'] as const).map(language => [{ about: language, groups: groupsOf(about(language)) }])
}

/** The sources of one list, in the order in which it shows them. */
export function shelfSources(shelf: Shelf): Source[] {
  return shelfColumns(shelf).flat().flatMap(({ groups }) => groups).flatMap(({ records }) => records.map(({ record }) => record))
}

/**
 * Books first, then publishers, those with most to read before others, and last those of whom there is one page.
 * A chapter leaves out the name of its book, which stands above it.
 */
export function groupsOf(records: readonly Source[]): SourceGroup[] {
  const groups = byPublisher(records).flatMap(({ publisher, records: own }) => {
    const books = [...new Set(own.map(bookOf))]
      .map(name => ({ name, chapters: own.filter(record => name && bookOf(record) === name).sort(by(({ url }) => url)) }))
      .filter(({ chapters }) => chapters.length >= BOOK)
    const rest = own.filter(record => !books.some(({ chapters }) => chapters.includes(record)))
    return [
      ...books.map(({ name, chapters }) => ({ name, records: chapters.map(record => ({ record, title: record.title.slice(name.length + 2) })) })),
      { name: publisher, records: whole(rest) },
    ]
  })
  const named = groups.filter(({ records }) => records.length > 1).sort((a, b) => b.records.length - a.records.length)
  const single = groups.flatMap(({ records }) => records.length === 1 ? records : []).sort(by(({ record }) => record.publisher.toLowerCase()))
  return [...named.map(group => ({ ...group, host: hostOf(group.records) })), ...single.length > 0 ? [{ records: single }] : []]
}

/** Whose words a source has, as their quotations name them. */
export function speakersOf({ id }: Source): string {
  return [...new Set(Object.values(quotes).filter(quote => quote.source === id).map(({ speaker }) => speaker))].join(', ')
}

/** The name before a colon; empty where there is none. */
function bookOf({ title }: Source): string {
  return title.slice(0, Math.max(0, title.indexOf(': ')))
}

function whole(records: readonly Source[]): SourceGroup['records'] {
  return records.map(record => ({ record, title: record.title }))
}

function hostOf(records: SourceGroup['records']): string | undefined {
  const hosts = new Set(records.map(({ record }) => new URL(record.url).host.replace(/^www\./, '')))
  return hosts.size === 1 ? [...hosts][0] : undefined
}

function shelfOf(record: Source): Shelf {
  if (voicesOf(record).length > 0)
    return 'voices'
  if (aboutOf(record) === 'both')
    return 'others'
  return publishersOn.manuals.some(publisher => publisher === record.publisher) && !record.title.endsWith('Release Notes') ? 'manuals' : 'news'
}

/** Of a quotation’s source what the quotations are about, of others what their publisher stands for here. */
function aboutOf(record: Source): About {
  const voices = new Set(voicesOf(record))
  if (voices.size > 0)
    return voices.size > 1 ? 'both' : [...voices][0]!
  return (['go', 'rust'] as const).find(language => publishersOn[language].some(publisher => publisher === record.publisher)) ?? 'both'
}

function voicesOf({ id }: Source): About[] {
  return Object.values(quotes).filter(quote => quote.source === id).map(({ about }) => about)
}

/** `localeCompare` first gets the rules of a language, which takes a slow phone a fifth of a second. */
function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => key(a) < key(b) ? -1 : Number(key(a) > key(b))
}

const numbers = new Map(shelves.flatMap(shelfSources).map(({ id }, i) => [id, i + 1]))

/** Number of a source, from 1, in the order of the lists at the end of the deck. */
export function sourceNumber(id: SourceId): number {
  return numbers.get(id)!
}
