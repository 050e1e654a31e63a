import { definePreparserSetup } from '@slidev/types'
import { fillIn } from '../data/spoken.ts'
import { topics } from '../data/topics.ts'
import type { TopicId } from '../data/types.ts'

/** What the slides are given before Slidev reads them on: figures in notes, and the length of the talk. */
export default definePreparserSetup(() => [{
  name: 'deck',
  async transformSlide(_, frontmatter) {
    const cut = Number(process.env.DECK_CUT ?? 0)
    // The headmatter, which is the first slide’s.
    if (cut && 'theme' in frontmatter)
      Object.assign(frontmatter, { cut, duration: `${cut}min` })
    if (frontmatter.topic in topics)
      frontmatter.spoken = topics[frontmatter.topic as TopicId].spoken.length
    return undefined
  },
  transformNote: async (note, frontmatter) => note && fillIn(note, `slides.md, ${frontmatter.routeAlias}, note`),
}])
