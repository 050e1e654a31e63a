/** What `print` in a slide’s frontmatter says: every step is worth a page, or only these are. */
export type PrintRule = 'steps' | number[]

/**
 * The steps of a slide that get a page, in order. Step 0 is the slide before its first click.
 * @param rule from the slide’s frontmatter, where it has one; it holds for every export
 * @param last number of the slide’s last step
 * @param everyStep whether a slide without a rule gets a page for each of its steps, or for the last one only
 */
export function* printedSteps(rule: PrintRule | undefined, last: number, everyStep: boolean): Generator<number, void> {
  if (Array.isArray(rule))
    return yield* rule
  for (let step = rule === 'steps' || everyStep ? 0 : last; step <= last; step += 1)
    yield step
}
