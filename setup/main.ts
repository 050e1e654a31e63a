import { defineAppSetup } from '@slidev/types'
import { SETTLED } from '../components/shell/idle'
import { showNotice } from '../components/shell/notices'

export default defineAppSetup(async ({ router }) => {
  dropFirstFrame()
  // Not from pages that are printed or drawn: nobody comes back to those.
  if (import.meta.env.PROD) {
    void router.isReady().then(() => {
      if (['play', 'presenter', 'overview'].includes(String(router.currentRoute.value.name)))
        setTimeout(() => void offerOffline(), SETTLED)
    })
  }
  // Between reading the code and drawing the slides a slow phone can answer a touch.
  await new Promise(resolve => setTimeout(resolve))
})

async function offerOffline(): Promise<void> {
  const { keepOffline } = await import('../components/shell/offline')
  await keepOffline(({ take }) => showNotice({
    id: 'update',
    text: 'A new version is ready.',
    action: { label: 'Reload', run: take },
    untilMove: true,
  }))
}

/* The built pages show their slide before the app does (scripts/site/slidePages.ts); it goes once the app has drawn one. */
function dropFirstFrame(): void {
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
}
