import type { TopicId } from '../data/types'

declare module '@slidev/client' {
  interface SlideFrontmatter {
    /** Whose quotations the slide shows. */
    topic?: TopicId
  }
}
