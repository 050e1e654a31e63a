/**
 * Writes the words of each main heading beside it, into `data-words`, as somebody would say them: a formula and a
 * picture by their alternative text, without what is not shown at this step. What the browser itself gives
 * as text has a formula twice and a picture not at all. Runs in the browser.
 */
export function writeHeadlineWords(): void {
  for (const heading of document.querySelectorAll<HTMLElement>('h1')) {
    const nodes = document.createTreeWalker(heading, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.parentElement!.closest('svg, [role="img"]'))
        return NodeFilter.FILTER_REJECT
      if (!(node instanceof Element))
        return NodeFilter.FILTER_ACCEPT
      const { display, opacity, visibility } = getComputedStyle(node)
      return node.ariaHidden === 'true' || display === 'none' || opacity === '0' || visibility === 'hidden'
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT
    })
    let words = ''
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node instanceof Text) {
        words += {
          uppercase: node.data.toUpperCase(),
          lowercase: node.data.toLowerCase(),
          capitalize: node.data.replace(/(?<![\p{L}\p{N}’'])\p{L}/gu, letter => letter.toUpperCase()),
        }[getComputedStyle(node.parentElement!).textTransform] ?? node.data
      }
      else if (node instanceof HTMLImageElement)
        words += ` ${node.alt} `
      else if (node instanceof Element && node.matches('svg, [role="img"]'))
        words += node.ariaLabel ?? ''
      else if (node instanceof Element && (node.matches('br') || !getComputedStyle(node).display.startsWith('inline')))
        words += ' '
    }
    // Where a word may be broken is no part of it.
    heading.dataset.words = words.replace(/[\u00AD\u200B\u2060\uFEFF]/g, '').replace(/\s+/g, ' ').trim()
  }
}
