import { quotes, source, sources, type Source, type SourceId } from '../data/deck'

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
