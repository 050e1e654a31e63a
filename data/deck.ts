import type { QuoteId } from './quotes'
import type { SourceId } from './sources'
import type { QuoteRecord, SourceRecord, TopicId, TopicRecord } from './types'
import { chapters } from './chapters'
import { comparison } from './comparison'
import { evidence } from './evidence'
import { quotes } from './quotes'
import { agedClaims, milestones } from './since'
import { sources } from './sources'
import { surveys } from './surveys'
import { tables } from './tables'
import { scales, topics } from './topics'
import { worldChanges } from './world'

export type { ChapterId, ChapterRecord, ThreadShape } from './chapters'
export type { EvidenceId } from './evidence'
export type { QuoteId } from './quotes'
export type { SourceId } from './sources'
export type { MeasureId } from './surveys'
export type { TableId } from './tables'
export type * from './types'
export { formatDate, formatPercent, formatRank, formatSource } from './format'
export {
  agedClaims,
  chapters,
  comparison,
  evidence,
  milestones,
  quotes,
  scales,
  sources,
  surveys,
  tables,
  topics,
  worldChanges,
}

/** A record with the id under which the data keep it. */
export type Quote = QuoteRecord & { id: QuoteId }
export type Source = SourceRecord & { id: SourceId }
export type Topic = TopicRecord & { id: TopicId }

/** Everything the deck shows, under one name for checks that look at all of it. */
export const deck = {
  sources,
  quotes,
  topics,
  scales,
  surveys,
  comparison,
  evidence,
  worldChanges,
  agedClaims,
  milestones,
  tables,
}

export function quote(id: QuoteId): Quote {
  return { id, ...quotes[id] }
}

/** The quotations of a topic, in the article’s order; none for a topic that the article left without. */
export function quotesOf(topicId: TopicId): Quote[] {
  return topics[topicId].quotes.map(quote)
}

export function source(id: SourceId): Source {
  return { id, ...sources[id] }
}

export function topic(id: TopicId): Topic {
  return { id, ...topics[id] }
}

type RowId = typeof comparison[number]['id']

/** One row of the article’s table, with its cells as they were written: text or list. */
export function comparisonRow<Id extends RowId>(id: Id): Extract<typeof comparison[number], { id: Id }> {
  return comparison.find(row => row.id === id) as Extract<typeof comparison[number], { id: Id }>
}
