import { confirmOn, copyText } from './clipboard'

/** What a copied quote says: its words, then its attribution. */
export function quoteText(words: string, attribution: string): string {
  return `${words.replace(/\s+/g, ' ').trim()}\n${attribution}`
}

/**
 * Lets links with `data-copy-link` copy their address, and buttons with `data-attribution` the block quote of their
 * `data-entry`, with that attribution.
 */
export function startCopying(announce: (text: string) => void): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-attribution]'))
    button.hidden = false

  document.addEventListener('click', async (event) => {
    const { ctrlKey, metaKey, shiftKey, target } = event
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey)
      return
    const link = target.closest<HTMLAnchorElement>('a[data-copy-link]')
    const button = target.closest<HTMLElement>('[data-attribution]')
    const control = link ?? button
    if (!control)
      return
    event.preventDefault()
    const words = button?.closest('[data-entry]')?.querySelector('blockquote')?.textContent ?? ''
    const isCopied = await copyText(link?.href ?? quoteText(words, button!.dataset.attribution!))
    // A link that could not be copied can still be followed, and copied from the address bar.
    if (!isCopied && link)
      location.href = link.href
    const result = isCopied
      ? link ? 'Link copied' : 'Copied with its source'
      : link ? 'Copying is blocked: the link is in the address bar' : 'Copying is blocked in this browser'
    confirmOn(control, result)
    announce(result)
  })
}
