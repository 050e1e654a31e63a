import { surveyPoint } from '../../data/deck'
import type { ComparisonRow, Language } from '../../data/types'

function listOf(cell: ComparisonRow['go']): readonly string[] {
  return typeof cell === 'string' ? [cell] : cell
}

/** What stands on both sides, at the end of either list. */
export function sharedBy({ go, rust }: ComparisonRow): string | undefined {
  const last = listOf(go).at(-1)
  return listOf(go).length > 1 && last === listOf(rust).at(-1) ? last : undefined
}

/** What stands in a cell, without what both sides share. */
export function wordsOf(row: ComparisonRow, language: Language): string {
  const list = listOf(row[language])
  return (sharedBy(row) ? [...list.slice(0, -1), ''] : list).join(', ')
}

/** A survey’s cell: its share, and its rank in brackets. */
export function shareAndRank(row: ComparisonRow, language: Language) {
  const [share, rank] = String(row[language]).split(/(?= \()/)
  return { share, rank, value: row.measure ? surveyPoint(row.measure, language, 2020)?.value ?? 0 : 0 }
}
