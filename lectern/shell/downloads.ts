import { confirmOn } from '../reader/client/clipboard'

/** How long a browser may take before it reads what it was given to save: it may ask where to, first. */
const UNTIL_READ = 60_000

const MISSING = 'Could not be fetched. Opened once, it is there without a network.'

/**
 * Saves what a link with `download` offers, and says on the link where that cannot be had. The browser itself would ask
 * past the service worker, which then neither keeps the file nor gives it without a network.
 * @param announce tells a screen reader what the link says
 */
export async function saveFile(link: HTMLAnchorElement, announce: (text: string) => void): Promise<void> {
  const file = await fetchFile(link.href)
  if (!file) {
    confirmOn(link, MISSING)
    announce(MISSING)
    return
  }
  const saver = document.createElement('a')
  saver.href = URL.createObjectURL(file)
  saver.download = new URL(link.href).pathname.split('/').at(-1)!
  saver.click()
  setTimeout(() => URL.revokeObjectURL(saver.href), UNTIL_READ)
}

async function fetchFile(href: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(href)
    return response.ok ? await response.blob() : undefined
  }
  catch {
    return undefined
  }
}
