import { fileURLToPath } from 'node:url'
import { loadDeck } from '../../../node'
import { placesIn } from './places'

/** Folder of the deck that these tests use: it changes for nobody but them. */
export const deckFolder = fileURLToPath(new URL('../deck', import.meta.url))

export const deck = await loadDeck(deckFolder)
export const { slides } = deck
export const { at, expectAt, states, talk } = placesIn(slides)

/** Minutes that the clock of the whole talk counts down. */
export const planned = 30

/** A slide by its `routeAlias`. */
export function slideAt(alias: string) {
  return slides.find(slide => slide.alias === alias)!
}
