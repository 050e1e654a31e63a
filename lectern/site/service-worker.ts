import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, PrecacheFallbackPlugin } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkFirst, NetworkOnly } from 'workbox-strategies'
import type { KeptSite } from './keptSite'

/* The service worker of a built site. Its first line is written by `writeWorker`, and says what there is to keep. */

// TypeScript knows either what a page has or what a worker has.
const worker = globalThis as unknown as { keptSite: KeptSite, skipWaiting: () => Promise<void> }
const { app, files, views } = worker.keptSite

// A new version waits until the reader takes it.
addEventListener('message', ({ data }: MessageEvent<{ type?: string } | undefined>) => {
  if (data?.type === 'SKIP_WAITING')
    void worker.skipWaiting()
})
clientsClaim()
precacheAndRoute([...files], {
  ignoreURLParametersMatching: [/.*/],
  // Hosts show a page also where the slash at the end of its address is missing.
  urlManipulation: ({ url: { origin, pathname } }) => [new URL(`${origin}${pathname}/index.html`)],
})
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL(app), { allowlist: [new RegExp(views)] }))
registerRoute(({ url }) => url.pathname.includes('/downloads/'), new NetworkFirst({ cacheName: 'downloads', networkTimeoutSeconds: 5 }))
// Whatever else is a page may be that of another site on the host; where nobody can be asked, the slides say that they
// do not know it. A film or a picture that was not kept is none of these.
registerRoute(new NavigationRoute(new NetworkOnly({ plugins: [new PrecacheFallbackPlugin({ fallbackURL: app })] }), {
  denylist: [/^[^?]*\.(?!html(?:\?|$))[^/?]*(?:\?|$)/],
}))
