import { expect, type Page } from '@playwright/test'
import type { DeckSlide } from '../../../deck/deck'

/** What a deck shows at one moment of the talk: a slide after a number of clicks. */
export interface State {
  alias: string | undefined
  /** Counted from 0. */
  step: number
}

/**
 * The places of a deck.
 * @param stepsTold how many steps of a slide the presenter view leads through; all by default
 */
export function placesIn(slides: readonly DeckSlide[], stepsTold = ({ steps }: DeckSlide): number => steps) {
  const stepsOf = ({ alias }: DeckSlide, count: number): State[] => Array.from({ length: count }, (_, step) => ({ alias, step }))

  /** Where a window is, presenter view or not, by its address. */
  function at(page: Pick<Page, 'url'>): State {
    const { pathname, searchParams } = new URL(page.url())
    const place = pathname.replace(/^\/presenter/, '').replaceAll('/', '')
    const slide = slides.find(({ alias, no }) => place === alias || place === String(no))
    return { alias: slide?.alias, step: Number(searchParams.get('clicks') ?? 0) }
  }

  return {
    at,
    /** Waits until all these windows are at one place. */
    async expectAt(place: State, ...pages: Page[]): Promise<void> {
      await expect.poll(() => pages.map(at), { intervals: [20, 40, 80, 160, 320] }).toEqual(pages.map(() => place))
    },
    /** Every state in order, as the notes mark them. */
    states: slides.flatMap(slide => stepsOf(slide, slide.steps)),
    /** The states that the presenter view leads through: without slides for readers. */
    talk: slides.filter(({ cuts }) => cuts.length > 0).flatMap(slide => stepsOf(slide, stepsTold(slide))),
  }
}
