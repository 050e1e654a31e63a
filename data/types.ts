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

/** A quotation from the article, kept to the letter, slips included, with the form that it takes on its slide. */
export type QuoteRecord = QuoteWords & QuoteForm

/** How a quotation is set on its slide, and what that needs. */
type QuoteForm
  /** Large on a full tint. */
  = | { form: 'whole' }
  /** Its highlights grow in their place. */
    | { form: 'swell' }
  /** Numbers of a highlight, verbatim, stand out in their place. */
    | { form: 'number', numbers: readonly string[] }
  /** In two columns, on Go and on Rust; the second begins with the hinge, verbatim. */
    | { form: 'split', hinge: string }
  /** Beside a small drawing of what is told. */
    | { form: 'margin', drawing: QuoteDrawing }

export type QuoteDrawing = 'services' | 'types' | 'blocks' | 'container'

interface QuoteWords {
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
  /** Those that are spoken on stage, in that order; the others are there by hand. None where `quotes` is empty. */
  spoken: readonly QuoteId[]
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
  /** What a reader should know, shown where the table is read. */
  note: string
  /** The measure of the survey whose share and rank the cells are. */
  measure?: 'used' | 'admired' | 'wanted'
  /** What the cells mean, where they do not mean the same. */
  meaning?: Record<Language, string>
}

export type SurveyYear = 2020 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026

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

/** A change in how the survey asked, which weakens a comparison across it. */
export interface SurveyChange {
  /** The first year that was asked in the new way. */
  year: SurveyYear
  /** What changed, in a few words. */
  note: string
  /** Whether values before and after must not be joined by a line. */
  breaks: boolean
}

/** One question of the survey, followed through the years. */
export interface SurveyMeasure {
  /** What a person did to be counted. */
  label: string
  /** What the percentage is a share of. */
  base: string
  changes: readonly SurveyChange[]
  go: readonly SurveyPoint[]
  rust: readonly SurveyPoint[]
  /** The chart’s warning, shown with it. */
  note: string
}

/** People of one span of years at work, and how many of them use either language. */
export interface ExperienceGroup {
  label: string
  /** Answers to the language question. */
  answers: number
  go: number
  rust: number
  source: SourceId
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
  source: SourceId
}

/** What became of a claim of the article. */
export interface AgedClaimRecord {
  about: About
  outcome: 'changed' | 'held'
  /** The article's claim, in our words. */
  claim: string
  /** What became of it, in four words at most. */
  key: string
  /** What is true at the time of checking. */
  today: string
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

/** What a language gives at a trade-off, and what that costs. */
export interface PriceRecord {
  gain: string
  price: string
}

/** A goal that both languages have, and the price at which each reaches it. */
export interface TradeoffRecord {
  topic: TopicId
  goal: string
  go: PriceRecord
  rust: PriceRecord
  sources: readonly SourceId[]
}

/** One step of the recommendation. */
export interface AdviceRecord {
  title: string
  text: string
  sources: readonly SourceId[]
}

/** What speaks for one of the two languages, where a question is answered so. */
export interface DecisionAnswer {
  answer: string
  /** The article’s reason, in our words. */
  reason: string
  /** Somebody who says so from experience. */
  quote: string
  sources: readonly SourceId[]
}

/** A question about one service, or one part of it. */
export interface DecisionRecord extends Record<Language, DecisionAnswer> {
  id: string
  question: string
  /** What to do or to look at before such a part moves from Go to Rust. */
  watch: string
}

/** What the answers come to; `open` while they do not say. */
export type DecisionOutcome = 'open' | 'moving' | 'unpaid' | 'settled'

/** Where to start, and why there. */
export interface DecisionStart {
  title?: string
  text: string
}

/** A service that was rewritten from Go in Rust, with one measure of both versions. */
export interface RewriteRecord {
  who: string
  /** What the two values count, and of what. */
  what: string
  go: number
  rust: number
  /** What became of the time within which 99 of 100 requests are answered; `ratio` is that of Rust to Go. */
  latency: { ratio: number, text: string }
  /** What a reader must know before the numbers are taken for more than they are. */
  caveat: string
  source: SourceId
}

/** A project that changed its language in some other direction. */
export interface MoveRecord {
  who: string
  from: 'Go' | 'Rust' | 'TypeScript'
  to: 'Go' | 'Rust' | 'TypeScript'
  gain: string
  /** Where the gain came from, or why this language, as they say. */
  reason: string
  source: SourceId
}

/** An outage that began with a missing value. */
export interface IncidentRecord {
  language: 'Go' | 'Rust' | 'Lua'
  date: IsoDate
  /** How long it lasted. */
  minutes: number
  /** What stood in the code where the value should have been. */
  code: string
  /** What went wrong, in six words at most. */
  key: string
  happened: string
  /** What it does not show. */
  limits: string
  source: SourceId
}

/** Versions of tools that build the deck, from package-lock.json. */
export type LockedVersions = Record<'esbuild' | 'rolldown' | 'oxc' | 'lightningcss', string>

/** A tool that builds this deck. */
export interface ToolRecord {
  language: Language
  name: string
  /** Where its version stands in `LockedVersions`. */
  locked: keyof LockedVersions
  /** What it does here. */
  does: string
  source: SourceId
}

/** Systems that one machine builds for. */
export interface PlatformRecord extends Record<Language, { needs: string, source: SourceId }> {
  names: readonly string[]
}

/** A figure that notes name and no slide shows. */
export interface ToldFigureRecord {
  /** As it is said, without its unit. */
  figure: string
  source: SourceId
}

/** A company that uses both languages. */
export interface CompanyRecord {
  quote: QuoteId
  /** Verbatim parts of the quotation about Go; none where it does not speak of it. */
  go: readonly string[]
  rust: readonly string[]
}

/** When and how a language stops a bug. */
export interface BugStopRecord {
  when: 'before' | 'running'
  how: string
  /** It may go unnoticed. */
  unsure?: true
}

/** A bug that both languages have an answer to. */
export interface BugRecord {
  bug: string
  go: BugStopRecord
  rust: BugStopRecord
  sources: readonly SourceId[]
}
