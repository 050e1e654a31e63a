import type {
  AdviceRecord,
  AgedClaimRecord,
  BugRecord,
  CompanyRecord,
  ComparisonRow,
  DecisionRecord,
  EvidenceRecord,
  ExperienceGroup,
  IncidentRecord,
  IsoDate,
  MilestoneRecord,
  MoveRecord,
  PairRow,
  PlatformRecord,
  QuoteRecord,
  RewriteRecord,
  SourceRecord,
  SurveyMeasure,
  SurveyYear,
  ToolRecord,
  ToldFigureRecord,
  TopicRecord,
  TradeoffRecord,
  WorldChangeRecord,
} from './types'
import { claims } from './claims'
import { deck } from './deck'
import type { LabId, LabRecord } from './lab'
import { validateLab } from './validate-lab'

/** The deck's data with plain strings for ids, as a slip of the hand may leave it. */
export interface DeckData {
  sources: Record<string, SourceRecord>
  quotes: Record<string, QuoteRecord>
  topics: Record<string, TopicRecord>
  tradeoffs: readonly TradeoffRecord[]
  advice: readonly AdviceRecord[]
  decision: readonly DecisionRecord[]
  companies: readonly CompanyRecord[]
  bugs: readonly BugRecord[]
  surveys: Record<string, SurveyMeasure>
  surveyAnswers: Record<SurveyYear, number | null>
  experience: readonly ExperienceGroup[]
  comparison: readonly ComparisonRow[]
  evidence: Record<string, EvidenceRecord>
  worldChanges: readonly WorldChangeRecord[]
  agedClaims: readonly AgedClaimRecord[]
  milestones: readonly MilestoneRecord[]
  rewrites: readonly RewriteRecord[]
  moves: readonly MoveRecord[]
  incidents: readonly IncidentRecord[]
  tools: readonly ToolRecord[]
  platforms: readonly PlatformRecord[]
  tables: Record<string, readonly PairRow[]>
  toldFigures: Record<string, ToldFigureRecord>
  lab: Partial<Record<LabId, LabRecord>>
}

/** One mistake in the data, with the place where it is mended. */
export interface Problem {
  file: string
  record: string
  /** Path inside the record, such as `highlight[0]`. */
  field: string
  found: unknown
  /** What belongs there, to be read after “expected”. */
  expected: string
}

/** Which file holds which part of the deck. */
const files = {
  sources: 'data/sources.ts',
  quotes: 'data/quotes.ts',
  topics: 'data/topics.ts',
  tradeoffs: 'data/tradeoffs.ts',
  advice: 'data/advice.ts',
  decision: 'data/decision.ts',
  companies: 'data/companies.ts',
  bugs: 'data/bugs.ts',
  surveys: 'data/surveys.ts',
  surveyAnswers: 'data/surveys.ts',
  experience: 'data/surveys.ts',
  comparison: 'data/comparison.ts',
  evidence: 'data/evidence.ts',
  worldChanges: 'data/world.ts',
  agedClaims: 'data/since.ts',
  milestones: 'data/since.ts',
  rewrites: 'data/rewrites.ts',
  moves: 'data/rewrites.ts',
  incidents: 'data/incidents.ts',
  tools: 'data/tools.ts',
  platforms: 'data/platforms.ts',
  tables: 'data/tables.ts',
  toldFigures: 'data/told.ts',
  lab: 'lab/results.json',
} as const satisfies Record<keyof DeckData, string>

type Part = keyof typeof files

/** Words that fit the place where a field is shown. */
const wordLimits: Partial<Record<Part, Record<string, number>>> = {
  topics: { label: 4 },
  tradeoffs: { goal: 2, gain: 5, price: 3 },
  advice: { title: 4, text: 14 },
  decision: { question: 7, answer: 7, reason: 16, watch: 20 },
  companies: { go: 14, rust: 14 },
  bugs: { bug: 3, how: 14 },
  tables: { go: 9, rust: 9 },
  worldChanges: { then: 8, now: 8 },
  agedClaims: { claim: 9, key: 4, today: 16 },
  milestones: { label: 6 },
  rewrites: { what: 7, text: 8, caveat: 12 },
  moves: { gain: 7, reason: 10 },
  incidents: { key: 6, happened: 17, limits: 18 },
  tools: { does: 9 },
  platforms: { needs: 12 },
}

const quotationsInArticle = 21
const lastSurvey = 2026
/** Largest difference in length between what is said of the two languages, as a share of the longer. */
const lengthTolerance = 0.15

/** One line: `data/quotes.ts · sam-rose · highlight[0]: expected a verbatim part of text, found "…"`. */
export function describeProblem({ file, record, field, found, expected }: Problem): string {
  const shown = (JSON.stringify(found) as string | undefined) ?? 'nothing'
  const short = shown.length > 120 ? `${shown.slice(0, 119)}…` : shown
  return `${file} · ${record} · ${field}: expected ${expected}, found ${short}`
}

/** Everything that the types cannot say about the data; empty when all is well. */
export function validateDeck(data: DeckData): Problem[] {
  return [
    ...validateFields(data),
    ...validateSources(data),
    ...validateQuotes(data),
    ...validateTopics(data),
    ...validateSurveys(data),
    ...validateFigures(data),
    ...validateTradeoffs(data),
    ...validateCompanies(data),
    ...validateMilestones(data),
    ...validateRewrites(data),
    ...validateIncidents(data),
    ...validateBalance(data),
    ...validateClaims(data),
  ]
}

/** Throws one error with a line for each problem. */
export function assertDeck(data: DeckData = deck): void {
  const problems = [...validateDeck(data), ...validateLab(data.lab)]
  if (problems.length)
    throw new Error(problems.map(describeProblem).join('\n'))
}

/** A value inside a record, with the name it has there. */
interface Leaf {
  part: Part
  record: string
  field: string
  /** Last property name on the way, so that a list's items carry the list's name. */
  key: string
  value: unknown
}

function leavesOf(part: Part, record: string, value: unknown, field = '', key = ''): Leaf[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => leavesOf(part, record, item, `${field}[${index}]`, key))
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) =>
      leavesOf(part, record, item, field ? `${field}.${name}` : name, name))
  }
  return [{ part, record, field, key, value }]
}

function allLeaves(data: DeckData): Leaf[] {
  return (Object.keys(files) as Part[]).flatMap((part) => {
    const records: unknown = data[part]
    return Array.isArray(records)
      ? records.flatMap((value, index) => leavesOf(part, `${part}[${index}]`, value))
      : Object.entries(data[part]).flatMap(([id, value]) => Array.isArray(value)
          ? value.flatMap((row, index) => leavesOf(part, `${id}[${index}]`, row))
          : leavesOf(part, id, value))
  })
}

/** Rules that hold for a field wherever it stands. */
function validateFields(data: DeckData): Problem[] {
  return allLeaves(data).flatMap(({ part, record, field, key, value }) => {
    const expected = expectation(data, part, key, value)
    return expected ? [{ file: files[part], record, field, found: value, expected }] : []
  })
}

function expectation(data: DeckData, part: Part, key: string, value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return 'a finite number'
  if (typeof value !== 'string')
    return undefined
  // Compilers may be silent.
  if (!value.trim() && part !== 'lab')
    return 'some text'
  const limit = wordLimits[part]?.[key]
  if (limit && words(value) > limit)
    return `at most ${limit} words`
  switch (key) {
    case 'published':
    case 'accessed':
    case 'asOf':
    case 'date':
      return isIsoDate(value) ? undefined : 'a date such as 2021, 2021-03 or 2021-03-14'
    case 'url':
      return isHttps(value) ? undefined : 'an absolute https address'
    case 'source':
    case 'sources':
      return Object.hasOwn(data.sources, value) ? undefined : 'the id of a record in data/sources.ts'
    case 'quote':
    case 'quotes':
    case 'spoken':
      return Object.hasOwn(data.quotes, value) ? undefined : 'the id of a record in data/quotes.ts'
    case 'topic':
      return Object.hasOwn(data.topics, value) ? undefined : 'the id of a topic in data/topics.ts'
    default:
      return undefined
  }
}

function validateSources(data: DeckData): Problem[] {
  const used = new Set(allLeaves(data)
    .filter(({ key }) => key === 'source' || key === 'sources')
    .map(({ value }) => value))
  return Object.entries(data.sources).flatMap(([record, { published, accessed }]) => {
    const at = { file: files.sources, record }
    return problems(
      !used.has(record)
      && { ...at, field: 'id', found: record, expected: 'a source that some record refers to' },
      published !== null && published > accessed
      && { ...at, field: 'accessed', found: accessed, expected: `a date after publication, ${published}` },
    )
  })
}

function validateQuotes(data: DeckData): Problem[] {
  const entries = Object.entries(data.quotes)
  const orders = entries.map(([, { order }]) => order)
  const missing = range(1, quotationsInArticle).filter(order => !orders.includes(order))
  return [
    ...missing.map(order => ({
      file: files.quotes,
      record: 'quotes',
      field: 'order',
      found: orders,
      expected: `a quotation for each of 1 to ${quotationsInArticle}, also for ${order}`,
    })),
    ...entries.flatMap(([record, quote]) => {
      const { order, topic, text, highlight } = quote
      const at = { file: files.quotes, record }
      return problems(
        orders.filter(other => other === order).length > 1
        && { ...at, field: 'order', found: order, expected: 'a place that no other quotation has' },
        data.topics[topic] && !data.topics[topic].quotes.some(id => id === record)
        && { ...at, field: 'topic', found: topic, expected: 'a topic that lists this quotation' },
        highlight.length === 0
        && { ...at, field: 'highlight', found: highlight, expected: 'at least one phrase' },
        ...highlight.map((phrase, index) => !text.includes(phrase)
          && { ...at, field: `highlight[${index}]`, found: phrase, expected: 'a verbatim part of text' }),
        ...validateForm(record, quote),
      )
    }),
  ]
}

/** What the form of a quotation takes out of its words. */
function validateForm(record: string, quote: QuoteRecord): (Problem | false)[] {
  const at = { file: files.quotes, record }
  const { about, highlight, text } = quote
  if (quote.form === 'number') {
    const { numbers } = quote
    return [
      numbers.length === 0
      && { ...at, field: 'numbers', found: numbers, expected: 'at least one number' },
      ...numbers.map((number, index) => !highlight.some(phrase => phrase.includes(number))
        && { ...at, field: `numbers[${index}]`, found: number, expected: 'a verbatim part of a highlight' }),
    ]
  }
  if (quote.form === 'split') {
    const { hinge } = quote
    const place = text.indexOf(hinge)
    return [
      about !== 'both'
      && { ...at, field: 'about', found: about, expected: 'both, as each language has a column' },
      place <= 0
      && { ...at, field: 'hinge', found: hinge, expected: 'a verbatim part of text, not its start' },
      ...highlight.map((phrase, index) => place > 0 && isAcross(text, phrase, place)
        && { ...at, field: `highlight[${index}]`, found: phrase, expected: 'a phrase on one side of the hinge' }),
    ]
  }
  return []
}

/** Whether a phrase of a text stands on both sides of a place in it. */
function isAcross(text: string, phrase: string, place: number): boolean {
  const start = text.indexOf(phrase)
  return start >= 0 && start < place && place < start + phrase.length
}

function validateTopics(data: DeckData): Problem[] {
  return Object.entries(data.topics).flatMap(([record, { go, rust, quotes, spoken }]) => {
    const at = { file: files.topics, record }
    const [fewer, more] = [words(go), words(rust)].sort((a, b) => a - b) as [number, number]
    return problems(
      more - fewer > lengthTolerance * more
      && { ...at, field: 'rust', found: rust, expected: `as many words as go has, ${words(go)}, within 15%` },
      quotes.length > 0 && spoken.length === 0
      && { ...at, field: 'spoken', found: spoken, expected: 'at least one of quotes' },
      ...spoken.map((id, index) => (!quotes.includes(id) || spoken.indexOf(id) < index)
        && { ...at, field: `spoken[${index}]`, found: id, expected: 'one of quotes, each once' }),
      ...quotes.map((id, index) => {
        const quote = data.quotes[id]
        const previous = data.quotes[quotes[index - 1] ?? '']
        const field = `quotes[${index}]`
        if (!quote)
          return false
        if (quote.topic !== record)
          return { ...at, field, found: id, expected: 'a quotation whose topic is this one' }
        return !!previous && previous.order > quote.order
          && { ...at, field, found: id, expected: 'the order of the article' }
      }),
    )
  })
}

function validateSurveys(data: DeckData): Problem[] {
  return [
    ...Object.entries(data.surveys).flatMap(([record, measure]) => validateMeasure(record, measure)),
    ...data.experience.flatMap(({ answers, ...counts }, index) => (['go', 'rust'] as const).flatMap(field =>
      problems(!(Number.isInteger(counts[field]) && counts[field] >= 0 && counts[field] <= answers) && {
        file: files.experience,
        record: `experience[${index}]`,
        field,
        found: counts[field],
        expected: `a number of people, ${answers} at most`,
      }))),
  ]
}

function validateMeasure(record: string, measure: SurveyMeasure): Problem[] {
  const at = { file: files.surveys, record }
  const [, ...laterYears]: number[] = measure.go.map(({ year }) => year)
  const changes = measure.changes.flatMap(({ year }, index) => problems(!laterYears.includes(year)
    && { ...at, field: `changes[${index}].year`, found: year, expected: 'a year that has one before it' }))
  const points = (['go', 'rust'] as const).flatMap((language) => {
    const firstYear = lastSurvey - measure[language].length + 1
    return measure[language].flatMap(({ year, value, rank, note }, index) => {
      const field = `${language}[${index}]`
      return problems(
        year !== firstYear + index
        && { ...at, field: `${field}.year`, found: year, expected: `one point a year up to ${lastSurvey}` },
        value !== null && !(value >= 0 && value <= 100)
        && { ...at, field: `${field}.value`, found: value, expected: 'percent, 0 to 100' },
        value === null && !note
        && { ...at, field: `${field}.note`, found: note, expected: 'a reason for the missing value' },
        rank !== null && !(Number.isInteger(rank) && rank >= 1)
        && { ...at, field: `${field}.rank`, found: rank, expected: 'a whole number from 1' },
      )
    })
  })
  return [...changes, ...points]
}

/** Bars that can be drawn. */
function validateFigures(data: DeckData): Problem[] {
  return Object.entries(data.evidence).flatMap(([record, { bars }]) => bars.flatMap(({ value }, index) => {
    const [low, high] = typeof value === 'number' ? [0, value] : value
    return problems(!(low >= 0 && low < high) && {
      file: files.evidence,
      record,
      field: `bars[${index}].value`,
      found: value,
      expected: 'a number above 0, or a range from low to high',
    })
  }))
}

/** Each trade-off of the topics once, in their order. */
function validateTradeoffs({ topics, tradeoffs }: DeckData): Problem[] {
  const ids = Object.keys(topics).filter(id => topics[id]?.kind === 'trade-off')
  return problems(
    tradeoffs.length !== ids.length
    && { file: files.tradeoffs, record: 'tradeoffs', field: 'length', found: tradeoffs.length, expected: `${ids.length} trade-offs, as in data/topics.ts` },
    ...tradeoffs.map(({ topic }, index) => topic in topics && topic !== ids[index]
      && { file: files.tradeoffs, record: `tradeoffs[${index}]`, field: 'topic', found: topic, expected: `${ids[index]}, the next trade-off in data/topics.ts` }),
  )
}

/** Strands that have a thickness. */
function validateRewrites({ rewrites }: DeckData): Problem[] {
  return rewrites.flatMap(({ go, latency, rust }, index) =>
    Object.entries({ go, rust, 'latency.ratio': latency.ratio }).flatMap(([field, found]) => problems(!(found > 0) && {
      file: files.rewrites,
      record: `rewrites[${index}]`,
      field,
      found,
      expected: 'a number above 0',
    })))
}

/** Outages in the order of time, each with a length to draw. */
function validateIncidents({ incidents }: DeckData): Problem[] {
  return incidents.flatMap(({ date, minutes }, index) => {
    const at = { file: files.incidents, record: `incidents[${index}]` }
    const before = incidents[index - 1]?.date
    return problems(
      !(minutes > 0) && { ...at, field: 'minutes', found: minutes, expected: 'a number above 0' },
      !!before && date <= before && { ...at, field: 'date', found: date, expected: `a date after ${before}, that of the one before it` },
    )
  })
}

/** The drawing hangs its labels from left to right. */
function validateMilestones({ milestones }: DeckData): Problem[] {
  return milestones.flatMap(({ date, language }, index) => {
    const before = milestones.slice(0, index).findLast(it => it.language === language)
    return problems(!!before && date <= before.date && {
      file: files.milestones,
      record: `milestones[${index}]`,
      field: 'date',
      found: date,
      expected: `a date after ${before.date}, that of the same language before it`,
    })
  })
}

/** Words of a quotation, to the letter, by somebody whose company is named. */
function validateCompanies({ companies, quotes }: DeckData): Problem[] {
  return companies.flatMap(({ quote, go, rust }, index) => {
    const at = { file: files.companies, record: `companies[${index}]` }
    const text = quotes[quote]?.text
    return problems(
      !!text && !quotes[quote]?.company
      && { ...at, field: 'quote', found: quote, expected: 'a quotation with a company' },
      go.length + rust.length === 0
      && { ...at, field: 'go', found: go, expected: 'words about either language' },
      ...([['go', go], ['rust', rust]] as const).flatMap(([field, parts]) => parts.map((part, place) =>
        !!text && !text.includes(part)
        && { ...at, field: `${field}[${place}]`, found: part, expected: 'a verbatim part of its quotation' })),
    )
  })
}

/** As much about Go as about Rust. */
function validateBalance({ agedClaims, milestones }: DeckData): Problem[] {
  const unequal = (record: 'agedClaims' | 'milestones', field: string, subjects: readonly string[]) => {
    const [go, rust] = ['go', 'rust'].map(language => subjects.filter(it => it === language).length)
    return go !== rust
      && { file: files[record], record, field, found: { go, rust }, expected: 'as many for Go as for Rust' }
  }
  return problems(
    unequal('agedClaims', 'about', agedClaims.map(({ about }) => about)),
    unequal('milestones', 'language', milestones.map(({ language }) => language)),
  )
}

/** Headlines that the figures under them bear out. */
function validateClaims(data: DeckData): Problem[] {
  return Object.entries(claims).flatMap(([record, { headline, proofs }]) => proofs(data).flatMap(proof =>
    problems(!proof.holds && {
      file: 'data/claims.ts',
      record,
      field: 'headline',
      found: proof.found,
      expected: `${proof.expected}, or another headline than “${headline}”`,
    })))
}

function problems(...checks: (Problem | false | undefined)[]): Problem[] {
  return checks.filter(check => !!check)
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function words(text: string): number {
  return text.trim().split(/\s+/).length
}

function isIsoDate(date: IsoDate): boolean {
  const time = new Date(date)
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date)
    && !Number.isNaN(time.getTime())
    && time.toISOString().startsWith(date)
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}
