/** A chapter, and the slides it has. */
export interface ChapterSpan<Id extends string> {
  /** As the frontmatter of its first slide has it. */
  chapter: Id
  /** Number of its first slide, from 1. */
  first: number
  /** How many slides it has. */
  slides: number
}

/**
 * Groups slides into chapters: a slide without a chapter of its own belongs to the one before it.
 * @param opened the chapter that each slide opens, in order; undefined for those that open none
 * @param nameless what stands for the chapter of slides that come before the first
 */
export function chapterSpans<Id extends string>(opened: readonly (Id | undefined)[], nameless: Id): ChapterSpan<Id>[] {
  const spans: ChapterSpan<Id>[] = []
  for (const [index, chapter] of opened.entries()) {
    const last = spans.at(-1)
    if (last && (chapter === undefined || chapter === last.chapter))
      last.slides += 1
    else
      spans.push({ chapter: chapter ?? nameless, first: index + 1, slides: 1 })
  }
  return spans
}
