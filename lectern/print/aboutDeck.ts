import { configs } from '@slidev/client/env.ts'

/** The words of the headmatter’s `info`, which Slidev hands over as HTML, or as `false` where there is none. */
export function wordsOfInfo(info: string | false | undefined): string {
  return new DOMParser().parseFromString(info || '', 'text/html').body.textContent.replace(/\s+/g, ' ').trim()
}

/** What the deck says of itself. */
export const aboutDeck = wordsOfInfo(configs.info)
