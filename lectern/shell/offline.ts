import type { Workbox } from 'workbox-window'

/** A version of the site that is ready and waits to be taken. */
export interface Update {
  /** Takes it and loads the page anew. */
  take: () => void
}

/**
 * Keeps the site for use without a network, where the browser can.
 * @param onUpdate called when a newer version of the site has been fetched; it is used once the reader takes it, or
 * once all its windows are closed
 */
export async function keepOffline(onUpdate: (update: Update) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator))
    return
  const { Workbox } = await import('workbox-window')
  const worker: Workbox = new Workbox(`${import.meta.env.BASE_URL}sw.js`)
  worker.addEventListener('waiting', () => onUpdate({
    take: () => {
      worker.addEventListener('controlling', () => location.reload())
      worker.messageSkipWaiting()
    },
  }))
  // Private windows and full disks refuse; the site then needs its network, as any other does.
  await worker.register().catch(() => {})
}
