import { configs } from '@slidev/client/env.ts'

/** What the deck says of itself. Slidev hands the headmatter’s `info` over as HTML. */
export const aboutDeck = String(configs.info ?? '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim()
