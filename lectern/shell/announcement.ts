export interface Position {
  /** Counted from 1. */
  slide: number
  slides: number
  headline: string
  /** Counted from 0. */
  step: number
  /** At least 1. */
  steps: number
}

/** What a screen reader says after a move. */
export function announcement({ headline, slide, slides, step, steps }: Position): string {
  const where = `Slide ${slide} of ${slides}: ${headline}`
  return steps > 1 ? `${where}, step ${step + 1} of ${steps}` : where
}

/** The title of the window. The cover’s headline is that of the deck. */
export function documentTitle(headline: string, deck: string): string {
  return headline && headline !== deck ? `${headline} · ${deck}` : deck
}
