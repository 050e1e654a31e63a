import { UserError } from '../cli/run'

/**
 * Numbers of the slides in a range, in order.
 * @throws UserError where it is no range or names a slide that is not in the deck
 */
export function slidesInRange(range: string | undefined, total: number): number[] {
  const all = Array.from({ length: total }, (_, index) => index + 1)
  if (range === undefined)
    return all
  if (!/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(range))
    throw new UserError(`--range must be slide numbers such as 2-4 or 1,5-7, not “${range}”`)
  const spans = range.split(',').map((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    if (Math.min(from, to) < 1 || Math.max(from, to) > total)
      throw new UserError(`--range must stay within the slides 1 to ${total}, not “${part}”`)
    if (from > to)
      throw new UserError(`--range must name the lower number first: ${to}-${from}, not “${part}”`)
    return { from, to }
  })
  return all.filter(no => spans.some(({ from, to }) => from <= no && no <= to))
}
