import { carouselOf, formatDate, type Source } from '../../data/deck'
import { languageName, languagesOf } from '../../components/languages'
import { readersAsides } from '../narration/grammar'
import type { SearchDocument } from './search'
import { partOf } from '../../components/sourceGroups'
import { listedSources } from '../../components/sourceNotes'
import { loadDeck, slideName, type Deck, type DeckSlide } from '../deck/deck'
import { plainText, readNote } from '../narration/notes'
import { UserError } from '../cli/run'

/** What of a note is for readers, as plain text with its step: what is said, cut at its clicks, and answers to likely questions. */
export function readableText(note: string): Pick<SearchDocument, 'text' | 'step'>[] {
  const { asides, said } = readNote(note)
  return [...said.flatMap(({ passages }) => passages), ...readersAsides({ asides })]
    .map(({ html, step }) => ({ text: plainText(html).replace(/\s+/g, ' '), step }))
}

/**
 * Everything that the search finds: headlines, narration, quotations with their speakers and companies, sources.
 * @throws UserError where a slide has no alias, which results need
 */
export async function searchDocuments(folder?: string): Promise<SearchDocument[]> {
  return documentsOf(await loadDeck(folder))
}

/** What the search finds in a deck. */
export function documentsOf({ slides }: Deck): SearchDocument[] {
  return slides.flatMap((slide) => {
    const { alias, note, no, title } = slide
    if (alias === undefined)
      throw new UserError(`${slideName(slide)}: expected a routeAlias, so that the search can lead there`)
    const at = { no, alias, anchor: alias }
    return [
      { ...at, id: alias, kind: 'headline', step: 0, text: title } as const,
      ...readableText(note).map((words, i) => ({ ...at, id: `${alias}-note-${i}`, kind: 'narration', ...words }) as const),
      ...quotationsOn(slide, at),
      ...sourcesOn(slide, at),
    ]
  })
}

type Place = Pick<SearchDocument, 'no' | 'alias' | 'anchor'>

/** A carousel shows one quotation a step, the first without a click. */
function quotationsOn({ topic }: DeckSlide, at: Place): SearchDocument[] {
  return topic === undefined
    ? []
    : carouselOf(topic).map(({ about, company, id, lead, role, speaker, text }, step) => ({
        ...at,
        id: `quote-${id}`,
        kind: 'quotation',
        step,
        anchor: `quote-${id}`,
        text: lead ? `${lead} “${text}”` : `“${text}”`,
        by: `${[speaker, role, company].filter(Boolean).join(', ')}, on ${languagesOf(about).map(name => languageName[name]).join(' and ')}`,
      }))
}

function sourcesOn({ sourceLists = [] }: DeckSlide, at: Place): SearchDocument[] {
  return sourceLists.flatMap(({ of, part, parts }) => partOf<Source>(listedSources(of), part, parts)).map(({ id, published, publisher, title }) => ({
    ...at,
    id: `source-${id}`,
    kind: 'source',
    step: 0,
    anchor: `source-${id}`,
    text: title,
    by: [publisher, published && formatDate(published)].filter(Boolean).join(', '),
  }))
}
