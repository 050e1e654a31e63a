import { describe, expect, it } from 'vitest'
import {
  comparison,
  deck,
  evidence,
  surveys,
  type EvidenceBar,
  type EvidenceRecord,
  type Language,
  type PairRow,
  type PriceRecord,
  type TopicRecord,
} from '../../data/deck'
import { surveyAnswers, surveyCounts, surveyPoint, wantedShare } from '../../data/surveys'
import { assertDeck, describeProblem, validateDeck, type DeckData } from '../../data/validate'

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

/** A copy that a test may spoil. */
function copy(): Mutable<DeckData> {
  return structuredClone<DeckData>(deck) as Mutable<DeckData>
}

/** The record of an id, for tests that know it is there. */
function at<T>(records: Record<string, T> | T[], key: string | number): T {
  const record = (records as Record<string | number, T | undefined>)[key]
  if (record === undefined)
    throw new Error(`no record ${key}`)
  return record
}

type Case = [mistake: string, spoil: (data: Mutable<DeckData>) => void, place: string]

const cases: Case[] = [
  [
    'a highlight that is not in its text',
    data => at(data.quotes, 'sam-rose').highlight[0] = 'easy to ship',
    'data/quotes.ts · sam-rose · highlight[0]: expected a verbatim part of text, found "easy to ship"',
  ],
  [
    'no highlight at all',
    data => at(data.quotes, 'sam-rose').highlight = [],
    'data/quotes.ts · sam-rose · highlight: expected at least one phrase',
  ],
  [
    'a number that no highlight has',
    data => Object.assign(at(data.quotes, 'mercadolibre'), { numbers: ['32', '88'] }),
    'data/quotes.ts · mercadolibre · numbers[1]: expected a verbatim part of a highlight, found "88"',
  ],
  [
    'no number at all',
    data => Object.assign(at(data.quotes, 'mercadolibre'), { numbers: [] }),
    'data/quotes.ts · mercadolibre · numbers: expected at least one number, found []',
  ],
  [
    'a hinge that is not in its text',
    data => Object.assign(at(data.quotes, 'daniel-reiter-horn-3'), { hinge: 'Instead' }),
    'data/quotes.ts · daniel-reiter-horn-3 · hinge: expected a verbatim part of text, not its start, found "Instead"',
  ],
  [
    'a hinge before which nothing stands',
    data => Object.assign(at(data.quotes, 'daniel-reiter-horn-3'), { hinge: 'Dropbox engineers' }),
    'data/quotes.ts · daniel-reiter-horn-3 · hinge: expected a verbatim part of text, not its start',
  ],
  [
    'a hinge within a highlight',
    data => Object.assign(at(data.quotes, 'daniel-reiter-horn-3'), { hinge: 'and latency' }),
    'data/quotes.ts · daniel-reiter-horn-3 · highlight[0]: expected a phrase on one side of the hinge, found "5x performance',
  ],
  [
    'two columns for one language',
    data => at(data.quotes, 'daniel-reiter-horn-3').about = 'go',
    'data/quotes.ts · daniel-reiter-horn-3 · about: expected both, as each language has a column, found "go"',
  ],
  [
    'two quotations in one place',
    data => at(data.quotes, 'sam-rose').order = 4,
    'data/quotes.ts · sam-rose · order: expected a place that no other quotation has, found 4',
  ],
  [
    'a place without a quotation',
    data => at(data.quotes, 'sam-rose').order = 22,
    'data/quotes.ts · quotes · order: expected a quotation for each of 1 to 21, also for 5',
  ],
  [
    'a quotation that its topic does not list',
    data => at(data.topics, 'team-scale').quotes.pop(),
    'data/quotes.ts · daniel-reiter-horn-1 · topic: expected a topic that lists this quotation',
  ],
  [
    'a topic that lists another’s quotation',
    data => at(data.topics, 'open-source').quotes.push('sam-rose'),
    'data/topics.ts · open-source · quotes[0]: expected a quotation whose topic is this one, found "sam-rose"',
  ],
  [
    'quotations out of order',
    data => at(data.topics, 'portability').quotes.reverse(),
    'data/topics.ts · portability · quotes[1]: expected the order of the article',
  ],
  [
    'an unknown quotation',
    data => at(data.topics, 'safety').quotes[0] = 'nobody' as 'sam-rose',
    'data/topics.ts · safety · quotes[0]: expected the id of a record in data/quotes.ts, found "nobody"',
  ],
  [
    'an unknown source in a list',
    data => at(data.comparison, 1).sources[0] = 'hearsay' as 'new-stack',
    'data/comparison.ts · comparison[1] · sources[0]: expected the id of a record in data/sources.ts, found "hearsay"',
  ],
  [
    'an unknown topic',
    data => at(data.tradeoffs, 0).topic = 'beauty' as 'safety',
    'data/tradeoffs.ts · tradeoffs[0] · topic: expected the id of a topic in data/topics.ts, found "beauty"',
  ],
  [
    'a source that nothing refers to',
    data => data.sources.orphan = at(data.sources, 'go-faq'),
    'data/sources.ts · orphan · id: expected a source that some record refers to, found "orphan"',
  ],
  [
    'an impossible date',
    data => at(data.sources, 'paypal').published = '2020-02-30',
    'data/sources.ts · paypal · published: expected a date such as 2021, 2021-03 or 2021-03-14, found "2020-02-30"',
  ],
  [
    'a date in words',
    data => at(data.milestones, 0).date = 'March 2022',
    'data/since.ts · milestones[0] · date: expected a date such as',
  ],
  [
    'a check before publication',
    data => at(data.sources, 'paypal').accessed = '2019-01-01',
    'data/sources.ts · paypal · accessed: expected a date after publication, 2020-06-01, found "2019-01-01"',
  ],
  [
    'an address without https',
    data => at(data.sources, 'paypal').url = 'http://go.dev/solutions/paypal',
    'data/sources.ts · paypal · url: expected an absolute https address',
  ],
  [
    'an empty string',
    data => at(data.quotes, 'sam-rose').speaker = ' ',
    'data/quotes.ts · sam-rose · speaker: expected some text, found " "',
  ],
  [
    'more than all',
    data => at(at(data.surveys, 'used').go, 0).value = 880,
    'data/surveys.ts · used · go[0].value: expected percent, 0 to 100, found 880',
  ],
  [
    'a number that is none',
    data => at(at(data.surveys, 'used').go, 0).value = Number.NaN,
    'data/surveys.ts · used · go[0].value: expected a finite number',
  ],
  [
    'a rank before the first',
    data => at(at(data.surveys, 'used').rust, 1).rank = 0,
    'data/surveys.ts · used · rust[1].rank: expected a whole number from 1, found 0',
  ],
  [
    'a year out of order',
    data => at(at(data.surveys, 'admired').go, 2).year = 2023,
    'data/surveys.ts · admired · go[2].year: expected one point a year up to 2026, found 2023',
  ],
  [
    'a missing value without a reason',
    data => delete at(at(data.surveys, 'admired').go, 2).note,
    'data/surveys.ts · admired · go[2].note: expected a reason for the missing value, found nothing',
  ],
  [
    'a change before the first survey',
    data => at(at(data.surveys, 'used').changes, 0).year = 2020,
    'data/surveys.ts · used · changes[0].year: expected a year that has one before it, found 2020',
  ],
  [
    'more users than answers',
    data => at(data.experience, 0).rust = 8_420,
    'data/surveys.ts · experience[0] · rust: expected a number of people, 3304 at most, found 8420',
  ],
  [
    'a range upside down',
    data => at(at(data.evidence, 'ibm-parsing').bars, 0).value = [450, 300],
    'data/evidence.ts · ibm-parsing · bars[0].value: expected a number above 0, or a range from low to high, found [450,300]',
  ],
  [
    'a trade-off too few',
    data => data.tradeoffs = data.tradeoffs.slice(0, 3),
    'data/tradeoffs.ts · tradeoffs · length: expected 4 trade-offs, as in data/topics.ts, found 3',
  ],
  [
    'trade-offs out of order',
    data => at(data.tradeoffs, 3).topic = 'performance',
    'data/tradeoffs.ts · tradeoffs[3] · topic: expected control, the next trade-off in data/topics.ts, found "performance"',
  ],
  [
    'a price that runs over',
    data => at(data.tradeoffs, 1).rust.price = 'builds that take much longer',
    'data/tradeoffs.ts · tradeoffs[1] · rust.price: expected at most 3 words',
  ],
  [
    'advice that runs over',
    data => at(data.advice, 2).title = 'Let Rust in where it pays',
    'data/advice.ts · advice[2] · title: expected at most 4 words',
  ],
  [
    'more words about one language',
    data => at(data.topics, 'safety').rust += ' And so on, at some length.',
    'data/topics.ts · safety · rust: expected as many words as go has, 16, within 15%',
  ],
  [
    'a cell that runs over',
    data => at(at(data.tables, 'control'), 0).go = 'one two three four five six seven eight nine ten',
    'data/tables.ts · control[0] · go: expected at most 9 words',
  ],
  [
    'an answer to a bug that runs over',
    data => at(data.bugs, 1).rust.how = 'word '.repeat(15),
    'data/bugs.ts · bugs[1] · rust.how: expected at most 14 words',
  ],
  [
    'words that a company did not say',
    data => at(data.companies, 1).go = ['cheaper by far'],
    'data/companies.ts · companies[1] · go[0]: expected a verbatim part of its quotation, found "cheaper by far"',
  ],
  [
    'a company without a name',
    data => delete at(data.quotes, 'peter-bourgon').company,
    'data/companies.ts · companies[1] · quote: expected a quotation with a company, found "peter-bourgon"',
  ],
  [
    'a company without a word',
    data => at(data.companies, 2).rust = [],
    'data/companies.ts · companies[2] · go: expected words about either language, found []',
  ],
  [
    'a claim more about one language',
    data => data.agedClaims.shift(),
    'data/since.ts · agedClaims · about: expected as many for Go as for Rust, found {"go":3,"rust":4}',
  ],
  [
    'a milestone more for one language',
    data => data.milestones.pop(),
    'data/since.ts · milestones · language: expected as many for Go as for Rust, found {"go":7,"rust":6}',
  ],
  [
    'an outage without a length',
    data => at(data.incidents, 1).minutes = 0,
    'data/incidents.ts · incidents[1] · minutes: expected a number above 0, found 0',
  ],
  [
    'outages out of order',
    data => at(data.incidents, 2).date = '2025-12-01',
    'data/incidents.ts · incidents[2] · date: expected a date after 2025-12-05, that of the one before it, found "2025-12-01"',
  ],
  [
    'a rewrite measured as nothing',
    data => at(data.rewrites, 1).rust = 0,
    'data/rewrites.ts · rewrites[1] · rust: expected a number above 0, found 0',
  ],
  [
    'milestones out of order',
    data => at(data.milestones, 3).date = '2022-08-01',
    'data/since.ts · milestones[3] · date: expected a date after 2023-08-08, that of the same language before it, found "2022-08-01"',
  ],
]

describe('validation', () => {
  it('finds nothing wrong with the deck', () => {
    expect(validateDeck(deck).map(describeProblem)).toEqual([])
    expect(() => assertDeck()).not.toThrow()
  })

  it.each(cases)('names the place of %s', (_mistake, spoil, place) => {
    const data = copy()
    spoil(data)
    const messages = validateDeck(data).map(describeProblem)
    expect(messages.filter(message => message.startsWith(place)), messages.join('\n')).toHaveLength(1)
    expect(() => assertDeck(data)).toThrow(place)
  })
})

describe('survey figures', () => {
  const counted = Object.entries(surveyCounts).flatMap(([year, languages]) =>
    Object.entries(languages).map(([language, counts]) => ({ year: Number(year), language: language as Language, ...counts })))

  it.each(counted)('the shares of $language in $year agree with the published counts', ({ admired, language, users, year }) => {
    const shareOf = (id: 'admired' | 'used') => surveyPoint(id, language, year)!.value!
    expect(Math.abs(shareOf('admired') - 100 * admired / users)).toBeLessThan(0.01)
    expect(Math.abs(shareOf('used') - 100 * users / surveyAnswers[year as keyof typeof surveyCounts])).toBeLessThan(0.01)
  })

  it('“wanted” is worked out from them as the survey did until 2022', () => {
    expect(wantedShare(2023, 'go')).toBe(14.2)
  })

  it('marks as computed what was not published', () => {
    for (const language of ['go', 'rust'] as const) {
      expect(surveys.wanted[language].map(({ status }) => status))
        .toEqual(['published', 'published', 'copy', 'computed', 'computed', 'computed', 'computed'])
    }
  })
})

describe('comparison', () => {
  it('has the article’s seven rows with every value', () => {
    const rows: readonly PairRow[] = comparison
    expect(rows.map(({ label, go, rust }) => [label, String(go), String(rust)])).toEqual([
      ['Creation date', '2009', '2010'],
      ['Created at', 'Google', 'Mozilla'],
      [
        'Notable software',
        'Kubernetes,Docker,GitHub CLI,Hugo,Caddy,Drone,Ethereum,Syncthing,Terraform',
        'Firefox,ripgrep,Alacritty,Deno,Habitat',
      ],
      [
        'Key workloads',
        'APIs,web apps,CLI apps,DevOps,networking,data processing,cloud apps',
        'IoT,processing engines,security-sensitive apps,system components,cloud apps',
      ],
      ['Developer adoption', '8.8% (#12)', '5.1% (#19)'],
      ['Most loved', '62.3% (#5)', '86.1% (#1)'],
      ['Most wanted', '17.9% (#3)', '14.6% (#5)'],
    ])
  })
})

describe('evidence', () => {
  const quoted = Object.entries<EvidenceRecord>(evidence).filter(([, { quote }]) => quote)

  /** The base of a comparison and the start of an open bar are ours, as the record’s note says. */
  function isOurs({ open, display }: EvidenceBar): boolean {
    return open === true || display === '1×'
  }

  it.each(quoted)('%s draws the numbers of its quotation', (_id, { quote, bars }) => {
    const inDigits = quote ? deck.quotes[quote].text.replace('two', '2').replace('four', '4') : ''
    for (const number of bars.filter(bar => !isOurs(bar)).flatMap(({ value }) => value))
      expect(inDigits).toContain(String(number))
  })
})

describe('balance', () => {
  it('says about as much of either language at each trade-off, and in all', () => {
    const wordsIn = ({ gain, price }: PriceRecord) => `${gain} ${price}`.split(/\s+/).length
    const differences = deck.tradeoffs.map(({ go, rust }) => wordsIn(go) - wordsIn(rust))
    expect(Math.max(...differences.map(Math.abs))).toBeLessThanOrEqual(2)
    expect(Math.abs(differences.reduce((sum, difference) => sum + difference, 0))).toBeLessThanOrEqual(1)
  })

  it('says about as much of Go as of Rust', () => {
    const total = (language: Language) => Object.values<TopicRecord>(deck.topics)
      .reduce((sum, topic) => sum + topic[language].split(/\s+/).length, 0)
    expect(Math.abs(total('go') - total('rust')) / total('go')).toBeLessThan(0.05)
  })
})
