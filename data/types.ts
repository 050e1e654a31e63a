import type { QuoteId } from './quotes'
import type { SourceId } from './sources'

/** One of the deck's two subjects. Go comes first everywhere, as in the article's own table. */
export type Language = 'go' | 'rust'

/** Which language a record speaks about. */
export type About = Language | 'both'

/** ISO 8601 date, as precise as it is known: `2021`, `2021-03` or `2021-03-14`. */
export type IsoDate = string

/**
 * How well a record has been checked: `verified` was read in the source (or a copy of it),
 * `likely` is linked or well known but was not read.
 */
export type Confidence = 'verified' | 'likely'

/** Where a fact or a quotation was first published. */
export interface SourceRecord {
  /** Title of the page or publication, as it names itself. */
  title: string
  publisher: string
  /** Absolute https address. */
  url: string
  /** Date of publication, or `null` where it could not be found. */
  published: IsoDate | null
  /** Day on which it was last checked. */
  accessed: IsoDate
  confidence: Confidence
  note?: string
}

/** A quotation from the article, kept to the letter, slips included. */
export interface QuoteRecord {
  /** Position in the article, 1 to 21. */
  order: number
  topic: TopicId
  about: About
  /** The words between the quotation marks. */
  text: string
  /** Words of the article that lead into the quotation, outside the marks. */
  lead?: string
  /** Verbatim parts of `text` that carry the point. */
  highlight: readonly string[]
  /** Person, or the organisation where no person is named. */
  speaker: string
  role?: string
  company?: string
  source: SourceId
  /** What a reader should know: where the wording departs from its source, what a term means. */
  note?: string
}

export type TopicKind = 'similarity' | 'trade-off'

export type TopicId
  = | 'performance-and-concurrency'
    | 'team-scale'
    | 'open-source'
    | 'safety'
    | 'portability'
    | 'performance'
    | 'adaptability'
    | 'learnability'
    | 'control'

/** A similarity or a trade-off: its argument in our own words. */
export interface TopicRecord {
  kind: TopicKind
  /** Short name, at most four words. */
  label: string
  /** The argument in one sentence. */
  claim: string
  go: string
  rust: string
  /** What follows for someone who uses both. */
  together: string
  /** In the order of the article. */
  quotes: readonly QuoteId[]
  sources: readonly SourceId[]
}

/** A row that sets the two languages side by side. A list is shown as one, joined by commas. */
export interface PairRow {
  label: string
  go: string | readonly string[]
  rust: string | readonly string[]
  sources: readonly SourceId[]
  note?: string
}

/** A row of the article's comparison table. */
export interface ComparisonRow extends PairRow {
  id: string
  /** Rows of a group come on stage together. */
  group: 'origin' | 'work' | 'survey'
  asOf: IsoDate
}

export type SurveyYear = 2020 | 2021 | 2022 | 2023 | 2024 | 2025

/** One survey result of one language. */
export interface SurveyPoint {
  year: SurveyYear
  /** Percent, 0 to 100, as published; `null` where no published figure was found. */
  value: number | null
  /** Place among the languages that year, 1 is first; `null` where unknown. */
  rank: number | null
  /** `copy`: read in a third party's copy. `computed`: worked out from published counts. */
  status: 'published' | 'copy' | 'computed'
  source: SourceId
  note?: string
}

/** One question of the survey, followed through the years. */
export interface SurveyMeasure {
  /** Name on a chart. */
  label: string
  /** What the percentage is a share of. */
  base: string
  /** What respondents were asked, in our words. */
  question: string
  go: readonly SurveyPoint[]
  rust: readonly SurveyPoint[]
  note?: string
}

/** A bar: one value, or a range from low to high. */
export interface EvidenceBar {
  label: string
  value: number | readonly [low: number, high: number]
  /** How the value is written, where it is not simply the number and the unit. */
  display?: string
  /** `value` is only the least it can be: the report gives no upper end. */
  open?: true
  /** The language that did the work; absent for what came before or is compared against. */
  language?: Language
  /** Where this bar comes from, if not from the record’s own source. */
  source?: SourceId
  /** The quotation that this bar stands in, if not the record’s own. */
  quote?: QuoteId
}

/** Measurements that belong on one scale, starting at zero. */
export interface EvidenceRecord {
  /** What is measured, as the figure's title. */
  title: string
  unit: string
  bars: readonly EvidenceBar[]
  /** The quotation that the numbers stand in. */
  quote?: QuoteId
  source: SourceId
  asOf: IsoDate
  /** The figure's warning, shown with it: base, rounding, our own sum. */
  note?: string
}

/** One of the assumptions that older languages were built on. */
export interface WorldChangeRecord {
  label: 'Processors' | 'Teams' | 'Dependencies' | 'Safety' | 'Platforms'
  then: string
  now: string
}

/** What became of a claim of the article. */
export interface AgedClaimRecord {
  about: About
  outcome: 'changed' | 'confirmed'
  /** The article's claim, in our words. */
  claim: string
  /** What is true at the time of checking. */
  today: string
  years: string
  sources: readonly SourceId[]
}

/** A dated step of one language since the article. */
export interface MilestoneRecord {
  language: Language
  date: IsoDate
  /** Release, such as `Go 1.18`. */
  release: string
  /** What came with it, six words at most. */
  label: string
  source: SourceId
}

/** A qualitative scale between two poles; positions are a judgement, 0 is the left pole and 100 the right. */
export interface ScaleRecord {
  topic: TopicId
  left: string
  right: string
  go: number
  rust: number
}
