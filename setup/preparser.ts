import { definePreparserSetup } from '@slidev/types'
import { fillIn } from '../data/spoken.ts'
import { topics } from '../data/topics.ts'
import type { TopicId } from '../data/types.ts'
import { handoutForm } from './handoutForm.ts'

/** What the slides are given before Slidev reads them on: figures in notes, how many quotations are spoken, the form in the handout. */
export default definePreparserSetup(() => [{
  name: 'deck',
  async transformSlide(_, frontmatter) {
    if (frontmatter.topic in topics)
      frontmatter.spoken = topics[frontmatter.topic as TopicId].spoken.length
    frontmatter.handout ??= handoutForm(frontmatter)
    return undefined
  },
  transformNote: async (note, frontmatter) => note && fillIn(note, `slides.md, ${frontmatter.routeAlias}, note`),
}])
