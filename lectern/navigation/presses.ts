import { watch } from 'vue'

/** The part of Slidev’s navigation by which every key, click and swipe goes a step on or back. */
export interface Steps {
  /** Whether the slide is drawn. */
  isDrawn: () => boolean
  /** Fetches the slide. @returns whether there is one to draw */
  canDraw: () => Promise<boolean>
  next: () => Promise<void>
  prev: () => Promise<void>
}

/** Milliseconds that a press waits for its slide: then it takes the slide for one without steps, as Slidev does at once. */
const PATIENCE = 3000

/**
 * Makes every press count. How many steps a slide has Slidev knows once it has drawn it; a press before that would skip
 * them. So presses wait for their slide, and for each other.
 */
export function holdPresses(steps: Steps): void {
  let last = Promise.resolve()

  function drawn(): Promise<void> {
    return new Promise((resolve) => {
      if (steps.isDrawn())
        return resolve()
      const settle = () => {
        forget()
        clearTimeout(timer)
        resolve()
      }
      const forget = watch(steps.isDrawn, settle)
      const timer = setTimeout(settle, PATIENCE)
      void steps.canDraw().then(can => can || settle())
    })
  }

  for (const way of ['next', 'prev'] as const) {
    const press = steps[way]
    steps[way] = () => last = last.then(async () => {
      await drawn()
      await press()
      // The address changes after a step has been made.
      await new Promise(resolve => setTimeout(resolve))
    })
  }
}
