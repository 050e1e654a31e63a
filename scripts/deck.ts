import { load } from '@slidev/parser/fs'
import { root } from './run'

export interface DeckSlide {
  /** Counted from 1. */
  no: number
  title: string
  alias: string | undefined
  /** States that a speaker clicks through, 1 where nothing moves. */
  steps: number
  /** Whether every step gets a page of its own in each export. */
  printsSteps: boolean
}

export interface Deck {
  title: string
  author: string
  /** One sentence or paragraph about the deck. */
  subject: string
  keywords: string[]
  slides: DeckSlide[]
}

/** Reads the deck as Slidev does. Its entry is `slides.md`. */
export async function loadDeck(folder = root): Promise<Deck> {
  const userRoot = folder.replace(/[\\/]$/, '')
  const { headmatter, slides } = await load({ userRoot, roots: [userRoot], allowedRoots: [userRoot] }, `${userRoot}/slides.md`)
  const list = (value: unknown): string[] =>
    (Array.isArray(value) ? value.map(String) : String(value ?? '').split(',')).map(item => item.trim()).filter(Boolean)
  return {
    title: String(headmatter.title ?? ''),
    author: list(headmatter.author).join(', '),
    subject: String(headmatter.info ?? '').replace(/\s+/g, ' ').trim(),
    keywords: list(headmatter.keywords),
    slides: slides.map(({ index, title, frontmatter, note }) => ({
      no: index + 1,
      title: title ?? '',
      alias: frontmatter.routeAlias,
      steps: 1 + countClicks(note ?? ''),
      printsSteps: frontmatter.print === 'steps',
    })),
  }
}

/** Clicks that a note marks: each `[click]` is one, `[click:3]` three. */
export function countClicks(note: string): number {
  return [...note.matchAll(/\[click(?::(\d+))?\]/g)].reduce((sum, [, times = '1']) => sum + Number(times), 0)
}
