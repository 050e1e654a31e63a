/** The line on which Slidev writes what it knows of a slide beside its frontmatter, as JSON, in the slide’s module. */
const LINE = /^ {4}\.\.\.\((\{.*\})\),$/m

/** Number of the slide that a module is of; 0 where it is of none. */
export function slideOfModule(id: string): number {
  return Number(/__slidev_(\d+)\.frontmatter$/.exec(id)?.[1] ?? 0)
}

/** What Slidev wrote of a slide; undefined where it writes slides otherwise than it did. */
export function readSlideModule(code: string): Record<string, unknown> | undefined {
  const json = LINE.exec(code)?.[1]
  return json === undefined ? undefined : JSON.parse(json) as Record<string, unknown>
}

/** Writes something else in its place. @param more lines of properties after it */
export function writeSlideModule(code: string, slide: Record<string, unknown>, more = ''): string {
  return code.replace(LINE, () => `    ...(${JSON.stringify(slide)}),${more}`)
}
