/** A slide’s headline in a single line, or its number where it has none. */
export function titleOf({ meta, no }: { no: number, meta: { slide: { title?: string } } }): string {
  return meta.slide.title || `Slide ${no}`
}

/** What a slide is called in addresses: its alias, or else its number. */
export function addressName({ meta, no }: { no: number, meta: { slide: { frontmatter: { routeAlias?: string } } } }): string {
  return meta.slide.frontmatter.routeAlias ?? String(no)
}
