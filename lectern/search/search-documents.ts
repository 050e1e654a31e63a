import { readersAsides } from '../narration/grammar.ts'
import type { SearchDocument } from './search.ts'
import { loadDeck, type Deck } from '../deck/deck.ts'
import { plainText, readNote } from '../narration/notes.ts'

/**
 * What of a note is for readers, as plain text with its step: what is said, cut at its clicks, and answers to likely questions.
 * @param hidden labels of asides that are left out
 */
export function readableText(note: string, hidden: readonly string[]): Pick<SearchDocument, 'text' | 'step'>[] {
  const { asides, said } = readNote(note)
  return [...said.flatMap(({ passages }) => passages), ...readersAsides({ asides }, hidden)]
    .map(({ html, step }) => ({ text: plainText(html).replace(/\s+/g, ' '), step }))
}

/** Everything that the search finds. */
export async function searchDocuments(folder?: string): Promise<SearchDocument[]> {
  return documentsOf(await loadDeck(folder))
}

/** What the search finds in a deck: headlines, narration, and what the deck’s configuration adds. */
export function documentsOf(deck: Deck): SearchDocument[] {
  const { asides, search } = deck.config
  return [
    ...deck.slides.flatMap(({ alias = '', no, note, title }): SearchDocument[] => {
      // A slide without a name is found by its number.
      const at = { no, alias: alias || String(no), anchor: alias || String(no) }
      return [
        { ...at, id: at.anchor, kind: 'headline', step: 0, text: title },
        ...readableText(note, [...asides.room, ...asides.sources]).map((words, i) => ({ ...at, id: `${at.anchor}-note-${i}`, kind: 'narration', ...words })),
      ]
    }),
    ...search?.documents(deck) ?? [],
  ]
}
