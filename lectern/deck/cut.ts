import type { DeckSlide } from './deck'
import { UserError } from '../cli/run'

/** Lengths of the talk that the slides name in their `cuts`, in minutes, shortest first. */
export function cutsOf(slides: readonly Pick<DeckSlide, 'cuts'>[]): number[] {
  return [...new Set(slides.flatMap(({ cuts }) => cuts))].sort((a, b) => a - b)
}

/**
 * Reads what was given to `--cut`.
 * @throws UserError where no slide names such a length
 */
export function readCut(value: string, slides: readonly Pick<DeckSlide, 'cuts'>[]): number {
  const cuts = cutsOf(slides)
  const cut = cuts.find(minutes => String(minutes) === value)
  if (cuts.length === 0)
    throw new UserError('--cut needs slides that name the talks they belong to, such as `cuts: [10, 30]` in their frontmatter; there is none in slides.md')
  if (cut === undefined)
    throw new UserError(`--cut must be minutes that slides.md names in its cuts (${cuts.join(', ')}), not “${value}”`)
  return cut
}

/** Numbers of the slides in the talk of so many minutes, as `--cut` names them. */
export function slidesInCut(value: string, slides: readonly Pick<DeckSlide, 'cuts' | 'no'>[]): number[] {
  const cut = readCut(value, slides)
  return slides.filter(({ cuts }) => cuts.includes(cut)).map(({ no }) => no)
}
