import type { About, Language } from '../../data/types'

/** Go first everywhere, as in the article’s own table. */
export const languages = ['go', 'rust'] as const satisfies readonly Language[]

export const languageName: Record<Language, string> = { go: 'Go', rust: 'Rust' }

/** The languages that a record speaks about, in the deck’s order. */
export function languagesOf(about: About): readonly Language[] {
  return about === 'both' ? languages : [about]
}
