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
export type { Quote, QuoteId } from './quotes'
export type { Source, SourceId } from './sources'
export type { MeasureId } from './surveys'
export type { TableId } from './tables'
export { comparisonRow } from './comparison'
export { quote } from './quotes'
export { source } from './sources'
export { surveyPoint } from './surveys'
export { carouselOf, quotesOf } from './topics'
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
