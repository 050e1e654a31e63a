import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { topics, type TopicId } from '../../data/deck'
import { loadDeck, root, type DeckSlide } from 'slidev-addon-lectern/node'
import { placesIn } from '../../lectern/tests/e2e/support/places'

export * from '../../lectern/tests/e2e/support/pages'
export type { State } from '../../lectern/tests/e2e/support/places'

/** The deck as it is built. */
const deck = await loadDeck()
export const { slides } = deck

/** Names of the pages beside the slides: a new one is tested as soon as `setup/lectern.ts` has it. */
export const pageNames = ['read', ...Object.keys(deck.config.pages)]

/** Minutes that the clock of the whole talk counts down. */
export const planned = Number(/^duration: (\d+)min$/m.exec(await readFile(join(root, 'slides.md'), 'utf8'))![1])

/** Whose quotations a slide shows. */
export const topicOf = ({ frontmatter }: Pick<DeckSlide, 'frontmatter'>): TopicId | undefined => frontmatter.topic as TopicId | undefined

/** Of a carousel the presenter view shows what is spoken. */
export const { at, expectAt, states, talk } = placesIn(slides, (slide) => {
  const topic = topicOf(slide)
  return topic ? topics[topic].spoken.length : slide.steps
})
