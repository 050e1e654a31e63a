/** How the two threads run: side by side, apart, or wound into one. */
export type ThreadShape = 'parallel' | 'apart' | 'braid'

export interface ChapterRecord {
  /** Name at the foot of the slide and in the table of contents. */
  label: string
  thread: ThreadShape
}

/** The parts of the talk, in order. A slide opens one with `chapter:` in its frontmatter. */
export const chapters = {
  claim: { label: 'The claim', thread: 'parallel' },
  numbers: { label: 'Then and now', thread: 'parallel' },
  similarities: { label: 'What they share', thread: 'parallel' },
  tradeoffs: { label: 'What they traded', thread: 'apart' },
  together: { label: 'Together', thread: 'braid' },
  since: { label: 'Since 2021', thread: 'braid' },
  sources: { label: 'Sources', thread: 'braid' },
} as const satisfies Record<string, ChapterRecord>

export type ChapterId = keyof typeof chapters
