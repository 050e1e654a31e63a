import type { Language, SurveyMeasure, SurveyPoint } from './types'

/** Published head counts of one language in one year, out of everybody who answered the question. */
interface SurveyCounts {
  users: number
  /** Users who want to go on. */
  admired: number
  /** Everybody who wants to work with the language next year, contented users included. */
  desired: number
}

/** Answers to the language question, and counts, as published since the survey asks about desire. */
const surveyCounts = {
  2023: {
    answers: 87_585,
    go: { users: 11_592, admired: 7_239, desired: 18_037 },
    rust: { users: 11_427, admired: 9_674, desired: 26_763 },
  },
  2024: {
    answers: 60_171,
    go: { users: 8_103, admired: 5_485, desired: 13_888 },
    rust: { users: 7_559, admired: 6_215, desired: 17_290 },
  },
  2025: {
    answers: 31_771,
    go: { users: 5_211, admired: 2_942, desired: 7_444 },
    rust: { users: 4_716, admired: 3_415, desired: 9_284 },
  },
} as const satisfies Record<number, Record<Language, SurveyCounts> & { answers: number }>

type CountedYear = keyof typeof surveyCounts

/** The measure called “wanted” until 2022: percent of non-users who want to start, to one decimal. */
export function wantedShare(year: CountedYear, language: Language): number {
  const { answers, [language]: counts } = surveyCounts[year]
  const share = 100 * (counts.desired - counts.admired) / (answers - counts.users)
  return Math.round(share * 10) / 10
}

const nodeCounted = 'Rank in a list that counted Node.js as a language.'
const tenContenders = 'Rank checked against the ten largest contenders only.'

/** Stack Overflow’s yearly survey, 2020 to 2025. Shares of its answers, not of a market. */
export const surveys = {
  used: {
    label: 'Used',
    base: 'all respondents to the language question',
    question: 'Which languages have you worked with in the past year?',
    go: [
      { year: 2020, value: 8.8, rank: 12, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 9.55, rank: 14, status: 'published', source: 'survey-2021', note: nodeCounted },
      { year: 2022, value: 11.15, rank: 13, status: 'copy', source: 'survey-2022-used' },
      { year: 2023, value: 13.24, rank: 13, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 13.47, rank: 13, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 16.4, rank: 13, status: 'published', source: 'survey-2025' },
    ],
    rust: [
      { year: 2020, value: 5.1, rank: 19, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 7.03, rank: 16, status: 'published', source: 'survey-2021', note: nodeCounted },
      { year: 2022, value: 9.32, rank: 14, status: 'copy', source: 'survey-2022-used' },
      { year: 2023, value: 13.05, rank: 14, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 12.56, rank: 14, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 14.84, rank: 14, status: 'published', source: 'survey-2025' },
    ],
    note: 'Answers, options and recruiting changed every year: shares of a survey, not of a market.',
  },
  admired: {
    label: 'Loved, since 2023 admired',
    base: 'users of the language',
    question: 'Of those who use it, how many want to go on?',
    go: [
      { year: 2020, value: 62.3, rank: 5, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 62.74, rank: 10, status: 'published', source: 'survey-2021', note: nodeCounted },
      {
        year: 2022,
        value: null,
        rank: null,
        status: 'published',
        source: 'survey-2022',
        note: 'The published figure for Go could not be read.',
      },
      { year: 2023, value: 62.45, rank: 13, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 67.69, rank: 6, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 56.46, rank: 8, status: 'published', source: 'survey-2025' },
    ],
    rust: [
      { year: 2020, value: 86.1, rank: 1, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 86.98, rank: 1, status: 'published', source: 'survey-2021' },
      {
        year: 2022,
        value: 86.73,
        rank: 1,
        status: 'copy',
        source: 'survey-2022',
        note: 'Read in a book’s citation of the survey.',
      },
      { year: 2023, value: 84.66, rank: 1, status: 'published', source: 'survey-2023' },
      {
        year: 2024,
        value: 82.22,
        rank: 1,
        status: 'published',
        source: 'survey-2024',
        note: 'The survey’s own headline is often repeated as 83; its data say 82.2.',
      },
      { year: 2025, value: 72.41, rank: 1, status: 'published', source: 'survey-2025' },
    ],
    note: 'Loved and admired are one measure under two names. Most languages’ scores fell in 2025.',
  },
  wanted: {
    label: 'Wanted',
    base: 'respondents who do not use the language',
    question: 'Of those who do not use it, how many want to start?',
    go: [
      { year: 2020, value: 17.9, rank: 3, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 14.54, rank: 4, status: 'published', source: 'survey-2021' },
      { year: 2022, value: 16.4, rank: 4, status: 'copy', source: 'survey-2022-wanted' },
      { year: 2023, value: wantedShare(2023, 'go'), rank: 4, status: 'computed', source: 'survey-2023' },
      {
        year: 2024,
        value: wantedShare(2024, 'go'),
        rank: 2,
        status: 'computed',
        source: 'survey-2024',
        note: tenContenders,
      },
      {
        year: 2025,
        value: wantedShare(2025, 'go'),
        rank: 2,
        status: 'computed',
        source: 'survey-2025',
        note: tenContenders,
      },
    ],
    rust: [
      { year: 2020, value: 14.6, rank: 5, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 14.09, rank: 5, status: 'published', source: 'survey-2021' },
      { year: 2022, value: 17.6, rank: 1, status: 'copy', source: 'survey-2022-wanted' },
      { year: 2023, value: wantedShare(2023, 'rust'), rank: 1, status: 'computed', source: 'survey-2023' },
      {
        year: 2024,
        value: wantedShare(2024, 'rust'),
        rank: 1,
        status: 'computed',
        source: 'survey-2024',
        note: tenContenders,
      },
      {
        year: 2025,
        value: wantedShare(2025, 'rust'),
        rank: 1,
        status: 'computed',
        source: 'survey-2025',
        note: tenContenders,
      },
    ],
    note: 'Published until 2022. Since then worked out from published counts: '
      + '(desired − admired) ÷ (answers − users).',
  },
  desired: {
    label: 'Desired',
    base: 'all respondents to the language question',
    question: 'Which languages do you want to work with next year?',
    go: [
      { year: 2023, value: 20.59, rank: 9, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 23.08, rank: 7, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 23.43, rank: 8, status: 'published', source: 'survey-2025' },
    ],
    rust: [
      { year: 2023, value: 30.56, rank: 6, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 28.73, rank: 6, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 29.22, rank: 6, status: 'published', source: 'survey-2025' },
    ],
    note: 'Contented users count here and not in “wanted”: the two never share a line.',
  },
} as const satisfies Record<string, SurveyMeasure>

export type MeasureId = keyof typeof surveys

/** The point of one language in one year, or `undefined` where the measure was not asked. */
export function surveyPoint(id: MeasureId, language: Language, year: number): SurveyPoint | undefined {
  const points: readonly SurveyPoint[] = surveys[id][language]
  return points.find(point => point.year === year)
}
