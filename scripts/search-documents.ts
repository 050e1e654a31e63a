import type { Deck, DeckSlide, SearchDocument } from 'slidev-addon-lectern'
import { languageName, languagesOf } from '../components/languages/languages.ts'
import { shelfSources, type Shelf } from '../components/sources/sourceShelves.ts'
import { carouselOf, formatDate } from '../data/deck.ts'
import type { TopicId } from '../data/types.ts'

/** What the search finds besides headlines and narration: quotations with their speakers and companies, sources. */
export function searchDocuments({ slides }: Deck): SearchDocument[] {
  return slides.flatMap(slide => [...quotationsOn(slide), ...sourcesOn(slide)])
}

/** A carousel shows one quotation a step, the first without a click. */
function quotationsOn({ alias = '', frontmatter, no }: DeckSlide): SearchDocument[] {
  const topic = frontmatter.topic as TopicId | undefined
  return topic === undefined
    ? []
    : carouselOf(topic).map(({ about, company, id, lead, role, speaker, text }, step) => ({
        no,
        alias,
        id: `quote-${id}`,
        kind: 'quotation',
        step,
        anchor: `quote-${id}`,
        text: lead ? `${lead} “${text}”` : `“${text}”`,
        by: `${[speaker, role, company].filter(Boolean).join(', ')}, on ${languagesOf(about).map(name => languageName[name]).join(' and ')}`,
      }))
}

/** The lists of sources that a slide shows, as `SourceList` names them. */
function sourcesOn({ alias = '', content, no }: DeckSlide): SearchDocument[] {
  const lists = Array.from(content.matchAll(/<SourceList of="(\w+)" \/>/g), ([, of]) => of as Shelf)
  return lists.flatMap(shelfSources).map(({ id, published, publisher, title }) => ({
    no,
    alias,
    id: `source-${id}`,
    kind: 'source',
    // The title of a source says what something is about; the talk itself says it.
    weight: 0.3,
    step: 0,
    anchor: `source-${id}`,
    text: title,
    by: [publisher, published && formatDate(published)].filter(Boolean).join(', '),
  }))
}
