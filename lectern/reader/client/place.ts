import { recall, remember } from '../../shell/storage'

interface Reading {
  /** What is read: the slides’ parts of the page, in order. */
  parts: readonly HTMLElement[]
  /** Says that there is a place to return to; hidden until there is one. */
  offer: HTMLElement
}

/**
 * Marks in the contents where the reader is, remembers it, and offers it on a later visit. An address that names a
 * place wins.
 */
export function startPlace({ offer, parts }: Reading): void {
  const last = recall('reading-place')
  const first = parts[0]?.id
  const isElsewhere = last !== null && last !== first && parts.some(({ id }) => id === last)
  const link = offer.querySelector('a')
  if (isElsewhere && !location.hash && link) {
    link.href = `#${last}`
    link.textContent = contentsLink(last)?.textContent.trim() ?? link.textContent
    offer.hidden = false
    offer.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a, button'))
        offer.hidden = true
    })
  }

  const visible = new Set<Element>()
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries)
      visible[isIntersecting ? 'add' : 'delete'](target)
    const current = parts.findLast(part => visible.has(part))
    if (!current)
      return
    markCurrent(current.id)
    // Whoever is at the top has not begun, and whoever is at the end has finished: neither wants to return.
    if (current.id !== first)
      remember('reading-place', current === parts.at(-1) ? null : current.id)
  }, { rootMargin: '0px 0px -65% 0px' })
  for (const part of parts)
    observer.observe(part)
}

function contentsLink(id: string): HTMLAnchorElement | null {
  return document.querySelector(`nav[aria-label='Contents'] a[href='#${CSS.escape(id)}']`)
}

function markCurrent(id: string): void {
  for (const link of document.querySelectorAll('nav[aria-label=\'Contents\'] [aria-current]'))
    link.removeAttribute('aria-current')
  contentsLink(id)?.setAttribute('aria-current', 'location')
}
