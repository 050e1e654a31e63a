import { useNav } from '@slidev/client'
import { onUnmounted, watch } from 'vue'
import { SETTLED, whenIdle } from './idle'
import { slidesAhead } from './slidesAhead'

/**
 * Gets slides ready before they are asked for, one at a time, whenever the browser has nothing else to do.
 *
 * Slidev by itself draws the whole deck at once, three seconds after the first slide, and at each key from then on it
 * measures all of it; `preload: false` in the defaults of the headmatter turns that off.
 */
export function useSlidesAhead(): void {
  const { currentSlideRoute, slides } = useNav()
  let forget = () => {}

  function workThrough([task, ...others]: (() => Promise<void>)[]) {
    forget = whenIdle(() => {
      let isForgotten = false
      forget = () => isForgotten = true
      // One that cannot be fetched now is fetched again when it is to be shown, and says so then.
      void task?.().catch(() => {}).then(() => !isForgotten && others.length && workThrough(others))
    })
  }

  watch(currentSlideRoute, (current) => {
    forget()
    const { draw, fetch } = slidesAhead(slides.value, current.no)
    workThrough([
      // The one that is shown is drawn already; so it stays, with what was done on it.
      ...[current, ...draw].filter(({ meta }) => !meta.__preloaded).map(({ load, meta }) => async () => {
        await load()
        meta.__preloaded = true
      }),
      () => new Promise(resolve => setTimeout(resolve, SETTLED)),
      ...fetch.map(({ load }) => async () => {
        // A service worker has them all. Kept busy, it would not give way to a new version either.
        if (!('serviceWorker' in navigator && navigator.serviceWorker.controller))
          await load()
      }),
    ])
  }, { immediate: true })
  onUnmounted(() => forget())
}
