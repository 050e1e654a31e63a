import { slug } from 'slidev-addon-lectern/client'
import { formatDate, quote, quotes, source, topics, type Quote, type QuoteId, type TopicId } from '../data/deck'
import type { QuoteFacets } from './reader/quoteFilter'

/** A quotation as the page of quotations shows it. */
export interface QuoteEntry {
  quote: Quote
  facets: QuoteFacets
  /** Stands under the quotation once it is copied: who, and where it was published. */
  attribution: string
}

/** The company that a quotation speaks for: the speaker’s, or the speaker where that is the organisation itself. */
export function companyOf({ company, role, speaker }: Pick<Quote, 'company' | 'role' | 'speaker'>): string | undefined {
  return company ?? (role === undefined ? speaker : undefined)
}

function attributionOf({ company, role, source: sourceId, speaker }: Quote): string {
  const { published, publisher, title, url } = source(sourceId)
  return [
    `${[speaker, role, company].filter(Boolean).join(', ')}.`,
    `${title}, ${publisher}${published ? `, ${formatDate(published)}` : ''}.`,
    url,
  ].join(' ')
}

function entryOf(one: Quote): QuoteEntry {
  return {
    quote: one,
    facets: { language: one.about, company: slug(companyOf(one) ?? ''), topic: one.topic },
    attribution: attributionOf(one),
  }
}

/** All quotations in the article’s order, by topic. */
export function quoteGroups(): { topic: TopicId, entries: QuoteEntry[] }[] {
  const entries = (Object.keys(quotes) as QuoteId[]).map(quote).sort((a, b) => a.order - b.order).map(entryOf)
  return (Object.keys(topics) as TopicId[])
    .map(topic => ({ topic, entries: entries.filter(entry => entry.quote.topic === topic) }))
    .filter(group => group.entries.length > 0)
}

/** Companies that can be chosen, in alphabetical order. */
export function companies(): { value: string, label: string }[] {
  const names = new Set((Object.keys(quotes) as QuoteId[]).flatMap(id => companyOf(quote(id)) ?? []))
  return [...names].sort((a, b) => a.localeCompare(b)).map(label => ({ value: slug(label), label }))
}
