import { defineAppSetup } from '@slidev/types'

/* The built pages show their slide before the app does (scripts/site/slidePages.ts); it goes once the app has drawn one. */
export default defineAppSetup(() => {
  const frame = document.querySelector('#first-frame')
  if (!frame)
    return
  const observer = new MutationObserver(() => {
    if (!document.querySelector('#app .slidev-layout, #app h1'))
      return
    frame.remove()
    observer.disconnect()
  })
  observer.observe(document.querySelector('#app')!, { childList: true, subtree: true })
})
