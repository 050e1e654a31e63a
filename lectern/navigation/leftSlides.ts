import { watch, type Ref } from 'vue'

/** Milliseconds after which a slide that was left has to be gone: more than twice what the fade takes. */
const LONGEST_FADE = 500

/**
 * Hides each slide that was left, whatever became of its fade. Vue loses one that is broken off and begun again before
 * the browser has drawn a frame, as happens to fast presses on a slow machine: the slide then stays on screen, its words
 * among those of the next one. A tab in the background draws no frame at all.
 */
export function hideLeftSlides(current: Ref<number>): void {
  watch(current, (_, left) => {
    setTimeout(() => {
      const slide = document.querySelector<HTMLElement>(`#slideshow > [data-slidev-no="${left}"]`)
      // Vue shows it again by itself when its turn comes.
      if (slide && current.value !== left)
        slide.style.display = 'none'
    }, LONGEST_FADE)
  })
}
