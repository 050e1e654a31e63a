/** A slide’s headline in a single line, or its number where it has none. */
export function titleOf({ meta, no }: { no: number, meta: { slide: { title?: string } } }): string {
  return meta.slide.title?.replace(/<br>/g, ' ') || `Slide ${no}`
}
