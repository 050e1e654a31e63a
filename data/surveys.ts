import type { ExperienceGroup, Language, SurveyMeasure, SurveyPoint, SurveyYear } from './types'

/** Answers to the language question by year; `null` where no published figure was found. */
export const surveyAnswers = {
  2020: 57_378,
  2021: 83_052,
  2022: null,
  2023: 87_585,
  2024: 60_171,
  2025: 31_771,
  2026: 14_099,
} as const satisfies Record<SurveyYear, number | null>

/** Published head counts of one language in one year, out of everybody who answered the question. */
interface SurveyCounts {
  users: number
  /** Users who want to go on. */
  admired: number
  /** Everybody who wants to work with the language next year, contented users included. */
  desired: number
}

/** Counts as published since the survey asks about desire. */
export const surveyCounts = {
  2023: {
    go: { users: 11_592, admired: 7_239, desired: 18_037 },
    rust: { users: 11_427, admired: 9_674, desired: 26_763 },
  },
  2024: {
    go: { users: 8_103, admired: 5_485, desired: 13_888 },
    rust: { users: 7_559, admired: 6_215, desired: 17_290 },
  },
  2025: {
    go: { users: 5_211, admired: 2_942, desired: 7_444 },
    rust: { users: 4_716, admired: 3_415, desired: 9_284 },
  },
  2026: {
    go: { users: 2_332, admired: 1_154, desired: 2_498 },
    rust: { users: 2_542, admired: 1_713, desired: 3_711 },
  },
} as const satisfies Partial<Record<SurveyYear, Record<Language, SurveyCounts>>>

type CountedYear = keyof typeof surveyCounts

/** The measure called “wanted” until 2022: percent of non-users who want to start, to one decimal. */
export function wantedShare(year: CountedYear, language: Language): number {
  const counts = surveyCounts[year][language]
  const share = 100 * (counts.desired - counts.admired) / (surveyAnswers[year] - counts.users)
  return Math.round(share * 10) / 10
}

const nodeCounted = 'Rank in a list that counted Node.js as a language.'
const tenContenders = 'Rank checked against the ten largest contenders only.'
const sameList = 'Rank among the languages that the survey of 2025 named. In 2026 two others stand higher: '
  + 'Elm with 17 users, Odin with 34.'

/** In 2026 the advice to tick both boxes was gone, and a third column asked about AI. */
const reworded = { year: 2026, note: 'asked in other words', breaks: true } as const

/** Stack Overflow’s yearly survey, 2020 to 2026. Shares of its answers, not of a market. */
export const surveys = {
  used: {
    label: 'Worked with it in the past year',
    base: 'percent of all who answered',
    changes: [{ year: 2026, note: 'new form, under half the answers', breaks: false }],
    go: [
      { year: 2020, value: 8.8, rank: 12, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 9.55, rank: 14, status: 'published', source: 'survey-2021', note: nodeCounted },
      { year: 2022, value: 11.15, rank: 13, status: 'copy', source: 'survey-2022-used' },
      { year: 2023, value: 13.24, rank: 13, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 13.47, rank: 13, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 16.4, rank: 13, status: 'published', source: 'survey-2025' },
      { year: 2026, value: 16.54, rank: 14, status: 'published', source: 'survey-2026' },
    ],
    rust: [
      { year: 2020, value: 5.1, rank: 19, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 7.03, rank: 16, status: 'published', source: 'survey-2021', note: nodeCounted },
      { year: 2022, value: 9.32, rank: 14, status: 'copy', source: 'survey-2022-used' },
      { year: 2023, value: 13.05, rank: 14, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 12.56, rank: 14, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 14.84, rank: 14, status: 'published', source: 'survey-2025' },
      { year: 2026, value: 18.03, rank: 12, status: 'published', source: 'survey-2026' },
    ],
    note: 'Shares of a survey, not of a market.',
  },
  admired: {
    label: 'Use it and want to go on',
    base: 'percent of its users',
    changes: [{ year: 2023, note: 'loved becomes admired', breaks: true }, reworded],
    go: [
      { year: 2020, value: 62.3, rank: 5, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 62.74, rank: 10, status: 'published', source: 'survey-2021', note: nodeCounted },
      { year: 2022, value: null, rank: null, status: 'published', source: 'survey-2022', note: 'No figure found.' },
      { year: 2023, value: 62.45, rank: 13, status: 'published', source: 'survey-2023' },
      { year: 2024, value: 67.69, rank: 6, status: 'published', source: 'survey-2024' },
      { year: 2025, value: 56.46, rank: 8, status: 'published', source: 'survey-2025' },
      { year: 2026, value: 49.49, rank: 12, status: 'published', source: 'survey-2026', note: sameList },
    ],
    rust: [
      { year: 2020, value: 86.1, rank: 1, status: 'published', source: 'survey-2020' },
      { year: 2021, value: 86.98, rank: 1, status: 'published', source: 'survey-2021' },
      { year: 2022, value: 86.73, rank: 1, status: 'copy', source: 'survey-2022' },
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
      { year: 2026, value: 67.39, rank: 1, status: 'published', source: 'survey-2026', note: sameList },
    ],
    note: 'In 2025 and in 2026 nearly every language fell.',
  },
  wanted: {
    label: 'Do not use it and want to',
    base: 'percent of those who do not use it',
    changes: [{ year: 2023, note: 'computed from here on', breaks: true }, reworded],
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
      { year: 2026, value: wantedShare(2026, 'go'), rank: 2, status: 'computed', source: 'survey-2026' },
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
      { year: 2026, value: wantedShare(2026, 'rust'), rank: 1, status: 'computed', source: 'survey-2026' },
    ],
    note: 'From 2023: (desired − admired) ÷ (answers − users).',
  },
} as const satisfies Record<string, SurveyMeasure>

export type MeasureId = keyof typeof surveys

/** Who worked with either language in the past year, by years at work: head counts of the survey of 2026. */
export const experience = [
  { label: '1 to 5 years', answers: 3_304, go: 590, rust: 842, source: 'survey-2026' },
  { label: '6 to 15 years', answers: 4_649, go: 834, rust: 783, source: 'survey-2026' },
  { label: '16 years and more', answers: 5_296, go: 775, rust: 679, source: 'survey-2026' },
] as const satisfies readonly ExperienceGroup[]

/** The point of one language in one year, or `undefined` where the measure was not asked. */
export function surveyPoint(id: MeasureId, language: Language, year: number): SurveyPoint | undefined {
  const points: readonly SurveyPoint[] = surveys[id][language]
  return points.find(point => point.year === year)
}
