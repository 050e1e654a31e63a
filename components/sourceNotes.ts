import { inject, type InjectionKey, type Ref } from 'vue'
import { quotes, source, sources, type Source, type SourceId } from '../data/deck'

/** A part of the deck that names a source. */
export interface Citation {
  alias: string
  no: number
  title: string
}

/** Who names each source; empty until the whole page is drawn. */
export type SourceNotes = Readonly<Ref<ReadonlyMap<string, readonly Citation[]>>>

/** Set on a page that has the list of sources on it, so that a number can lead there and back. */
export const SOURCE_NOTES: InjectionKey<SourceNotes> = Symbol('source notes')

export function useSourceNotes(): SourceNotes | null {
  return inject(SOURCE_NOTES, null)
}

/** Number of each source among the notes at the end of the handout; empty until they are numbered. */
export type PaperNotes = Readonly<Ref<ReadonlyMap<SourceId, number>>>

/** Set on sheets to print, where a number leads to the note that has title and address in full. */
export const PAPER_NOTES: InjectionKey<PaperNotes> = Symbol('paper notes')

export function usePaperNotes(): PaperNotes | null {
  return inject(PAPER_NOTES, null)
}

/**
 * The sources of one list, by publisher and date.
 * @param of `voices`: what the quotations come from. `facts`: everything else
 */
export function listedSources(of: 'voices' | 'facts'): Source[] {
  const quoted = new Set<SourceId>(Object.values(quotes).map(quote => quote.source))
  return (Object.keys(sources) as SourceId[])
    .filter(id => quoted.has(id) === (of === 'voices'))
    .map(source)
    .sort((a, b) => inOrder(a.publisher.toLowerCase(), b.publisher.toLowerCase()) || inOrder(a.published ?? '', b.published ?? ''))
}

/** `localeCompare` first gets the rules of a language, which takes a slow phone a fifth of a second. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

const numbers = new Map([...listedSources('voices'), ...listedSources('facts')].map(({ id }, i) => [id, i + 1]))

/** Number of a source, from 1, in the order of the lists at the end of the deck. */
export function sourceNumber(id: SourceId): number {
  return numbers.get(id)!
}
