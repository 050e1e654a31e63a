import type { ComparisonRow, Language } from './types'
import { formatPercent, formatRank } from './format'
import { surveyPoint, type MeasureId } from './surveys'

/** Share and rank of the survey that the article used, as its table writes them: `8.8% (#12)`. */
function surveyCell(id: MeasureId, language: Language): string {
  const point = surveyPoint(id, language, 2020)
  if (point?.value == null || point.rank == null)
    throw new Error(`data/surveys.ts · ${id} · ${language}: expected a value and a rank for 2020`)
  return `${formatPercent(point.value)} (${formatRank(point.rank)})`
}

/** The article’s own table, row by row. */
export const comparison = [
  {
    id: 'created',
    label: 'Creation date',
    go: '2009',
    rust: '2010',
    group: 'origin',
    asOf: '2021-03',
    sources: ['new-stack', 'go-faq', 'rust-foundation-plan', 'rust-1-0'],
    meaning: { go: 'its public release', rust: 'its start as a project' },
    note: 'Go’s public release beside Rust’s start as a project. Stable 1.0: 2012 and 2015.',
  },
  {
    id: 'creator',
    label: 'Created at',
    go: 'Google',
    rust: 'Mozilla',
    group: 'origin',
    asOf: '2021-03',
    sources: ['new-stack', 'go-faq', 'rust-foundation-hello'],
    note: 'Rust began as Graydon Hoare’s own project; the Rust Foundation has held it since February 2021.',
  },
  {
    id: 'software',
    label: 'Notable software',
    go: [
      'Kubernetes', 'Docker', 'GitHub CLI', 'Hugo', 'Caddy', 'Drone', 'Ethereum', 'Syncthing', 'Terraform',
    ],
    rust: ['Firefox', 'ripgrep', 'Alacritty', 'Deno', 'Habitat'],
    group: 'work',
    asOf: '2021-03',
    sources: ['new-stack', 'terraform-licence'],
    note: 'The authors’ choice. Firefox is Rust in part; Ethereum means go-ethereum; '
      + 'Terraform left open source in 2023.',
  },
  {
    id: 'workloads',
    label: 'Key workloads',
    go: ['APIs', 'web apps', 'CLI apps', 'DevOps', 'networking', 'data processing', 'cloud apps'],
    rust: ['IoT', 'processing engines', 'security-sensitive apps', 'system components', 'cloud apps'],
    group: 'work',
    asOf: '2021-03',
    sources: ['new-stack'],
    note: 'The authors’ judgement.',
  },
  {
    id: 'adoption',
    label: 'Developer adoption',
    measure: 'used',
    go: surveyCell('used', 'go'),
    rust: surveyCell('used', 'rust'),
    group: 'survey',
    asOf: '2020-02',
    sources: ['survey-2020'],
    note: 'Share of all respondents.',
  },
  {
    id: 'loved',
    label: 'Most loved',
    measure: 'admired',
    go: surveyCell('admired', 'go'),
    rust: surveyCell('admired', 'rust'),
    group: 'survey',
    asOf: '2020-02',
    sources: ['survey-2020'],
    note: 'Share of its users who want to go on.',
  },
  {
    id: 'wanted',
    label: 'Most wanted',
    measure: 'wanted',
    go: surveyCell('wanted', 'go'),
    rust: surveyCell('wanted', 'rust'),
    group: 'survey',
    asOf: '2020-02',
    sources: ['survey-2020'],
    note: 'Share of those who do not use it yet and want to.',
  },
] as const satisfies readonly ComparisonRow[]

type RowId = typeof comparison[number]['id']

/** One row of the article’s table, with its cells as they were written: text or list. */
export function comparisonRow<Id extends RowId>(id: Id): Extract<typeof comparison[number], { id: Id }> {
  return comparison.find(row => row.id === id) as Extract<typeof comparison[number], { id: Id }>
}
