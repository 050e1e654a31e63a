import { getSlide } from '@slidev/client/logic/slides.ts'
import { defineAppSetup, type ClicksContext } from '@slidev/types'
import type { Router } from 'vue-router'
import { leaveBrowserItsKeys } from '../navigation/browserKeys'
import { forgetHeldKeys } from '../navigation/heldKeys'
import { stepInPlace } from '../navigation/history'
import { SETTLED } from '../navigation/idle'
import { showNotice } from '../shell/notices'
import { onOutdated, versionAt } from '../shell/version'

export default defineAppSetup(async ({ router }) => {
  dropFirstFrame(router)
  leaveBrowserItsKeys(forgetHeldKeys)
  stepInPlace(router, slide => getSlide(slide)?.no)
  // Not from pages that are printed or drawn: nobody comes back to those.
  if (import.meta.env.PROD) {
    void router.isReady().then(() => {
      if (['play', 'presenter', 'overview'].includes(String(router.currentRoute.value.name)))
        setTimeout(() => void offerOffline(), SETTLED)
    })
    onOutdated(() => offerUpdate(() => location.reload()))
    // A view that could not be fetched; slides that could not be are shown by the layout `error`, where the deck has one.
    router.onError(async (_, to) => {
      const { href } = router.resolve(to.fullPath)
      if (await versionAt(href) === 'newer')
        location.assign(href)
    })
  }
  await takeStyleSheets()
  // Between setting up and drawing the slides a slow phone can answer a touch.
  await new Promise(resolve => setTimeout(resolve))
})

async function offerOffline(): Promise<void> {
  const { keepOffline } = await import('../shell/offline')
  await keepOffline(({ take }) => offerUpdate(take))
}

function offerUpdate(take: () => void): void {
  showNotice({
    id: 'update',
    text: 'A new version is ready.',
    action: { label: 'Reload', run: take },
    untilMove: true,
  })
}

/* The built pages hold them back for the sake of the first frame (site/slidePages.ts). */
async function takeStyleSheets(): Promise<void> {
  await Promise.all(Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][media=print]'), async (link) => {
    if (!link.sheet && document.readyState !== 'complete') {
      await new Promise((resolve) => {
        link.addEventListener('load', resolve)
        // Of the page: then one that is still not there has failed, and the slides do without.
        window.addEventListener('load', resolve)
      })
    }
    link.media = 'all'
  }))
}

/* The built pages show their slide before the app does (site/slidePages.ts); it goes once the app has drawn one. */
function dropFirstFrame(router: Router): void {
  const frame = document.querySelector('#first-frame')
  if (!frame)
    return
  const observer = new MutationObserver(() => {
    // A slide may have no layout, and a page that is no slide has none.
    const context = getSlide(String(router.currentRoute.value.params.no))?.meta.__clicksContext as ClicksContext | null | undefined
    if (!document.querySelector('#app .slidev-layout, #app h1') && !context?.isMounted)
      return
    frame.remove()
    observer.disconnect()
  })
  observer.observe(document.querySelector('#app')!, { childList: true, subtree: true })
}
