/** The script with which a page of the site starts. Its name changes with every version. */
function entryOf(page: Document): string | undefined {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined
}

/** The folder of an address, with a slash at its end. */
function folderOf(address: string | undefined): string | undefined {
  return address?.replace(/[^/]*$/, '')
}

async function fetchPage(address: string): Promise<Document | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store' })
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  }
  catch {
    return undefined
  }
}

/**
 * What the server has at an address by now: the version that runs here, a `newer` one, or nothing of ours. Where there
 * is a newer one, the parts of this one that were not fetched yet are gone.
 *
 * It asks for the page that would be loaded, as hosts keep each page for a time of its own: a newer version elsewhere
 * would have this one loaded again and again.
 */
export async function versionAt(address = location.href): Promise<'same' | 'newer' | undefined> {
  const page = await fetchPage(address)
  const [ours, theirs] = [entryOf(document), page && entryOf(page)]
  // The page of a network that wants a login has scripts, too.
  if (!theirs || folderOf(theirs) !== folderOf(ours))
    return undefined
  return theirs === ours ? 'same' : 'newer'
}

/** Calls back when a part of the page could not be fetched because a newer version has taken its place. */
export function onOutdated(callback: () => void): void {
  addEventListener('vite:preloadError', async () => {
    if (await versionAt() === 'newer')
      callback()
  })
}
