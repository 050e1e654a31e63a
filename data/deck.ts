import type { QuoteId } from './quotes'
import type { SourceId } from './sources'
import type { QuoteRecord, SourceRecord, TopicId } from './types'
import { advice } from './advice'
import { bugs } from './bugs'
import { chapters } from './chapters'
import { companies } from './companies'
import { comparison } from './comparison'
import { decision, decisionStarts } from './decision'
import { evidence } from './evidence'
import { platforms } from './platforms'
import { labResults } from './lab'
import { quotes } from './quotes'
import { incidents } from './incidents'
import { moves, rewrites } from './rewrites'
import { agedClaims, milestones } from './since'
import { sources } from './sources'
import { experience, surveyAnswers, surveys } from './surveys'
import { tables } from './tables'
import { toldFigures } from './told'
import { topics } from './topics'
import { tradeoffs } from './tradeoffs'
import { tools } from './tools'
import { worldChanges } from './world'

export type { ChapterId } from './chapters'
export type { DecisionId } from './decision'
export type { EvidenceId } from './evidence'
export type { QuoteId } from './quotes'
export type { SourceId } from './sources'
export type { MeasureId } from './surveys'
export type { TableId } from './tables'
export { surveyPoint } from './surveys'
export type * from './types'
export { formatCaveat, formatCheck, formatDate, formatPercent, formatRank, formatSource } from './format'
export {
  advice,
  agedClaims,
  bugs,
  chapters,
  companies,
  comparison,
  decision,
  decisionStarts,
  evidence,
  experience,
  incidents,
  milestones,
  moves,
  platforms,
  quotes,
  rewrites,
  sources,
  surveyAnswers,
  surveys,
  tables,
  tools,
  topics,
  tradeoffs,
  worldChanges,
}

/** A record with the id under which the data keep it. */
export type Quote = QuoteRecord & { id: QuoteId }
export type Source = SourceRecord & { id: SourceId }

/** Everything the deck shows, under one name for checks that look at all of it. */
export const deck = {
  sources,
  quotes,
  topics,
  tradeoffs,
  advice,
  decision,
  companies,
  bugs,
  surveys,
  surveyAnswers,
  experience,
  comparison,
  evidence,
  worldChanges,
  agedClaims,
  milestones,
  rewrites,
  moves,
  incidents,
  tools,
  platforms: [platforms],
  tables,
  toldFigures,
  lab: labResults,
}

export function quote(id: QuoteId): Quote {
  return { id, ...quotes[id] }
}

/** The quotations of a topic, in the article’s order; none for a topic that the article left without. */
export function quotesOf(topicId: TopicId): Quote[] {
  return topics[topicId].quotes.map(quote)
}

/** The quotations of a topic as its carousel shows them: those that are spoken, then the others in the article’s order. */
export function carouselOf(topicId: TopicId): Quote[] {
  const spoken: readonly QuoteId[] = topics[topicId].spoken
  return [...spoken.map(quote), ...quotesOf(topicId).filter(({ id }) => !spoken.includes(id))]
}

export function source(id: SourceId): Source {
  return { id, ...sources[id] }
}

type RowId = typeof comparison[number]['id']

/** One row of the article’s table, with its cells as they were written: text or list. */
export function comparisonRow<Id extends RowId>(id: Id): Extract<typeof comparison[number], { id: Id }> {
  return comparison.find(row => row.id === id) as Extract<typeof comparison[number], { id: Id }>
}
