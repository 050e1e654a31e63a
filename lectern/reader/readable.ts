const ROLES: Record<string, string> = {
  'table': 'table',
  'thead, tbody': 'rowgroup',
  'tr': 'row',
  'th[scope=col]': 'columnheader',
  'th[scope=row]': 'rowheader',
  'td:not([aria-hidden])': 'cell',
}

/**
 * Sets the level that each headline has on the page: the deck’s own title is the page’s, every other slide stands
 * under its chapter.
 */
export function levelHeadings(page: Element): void {
  for (const heading of page.querySelectorAll('.slide :is(h1, h2, h3)')) {
    const deeper = heading.closest('.hero') ? 0 : 2
    const level = String(Number(heading.localName.slice(1)) + deeper)
    heading.setAttribute('aria-level', level)
    heading.setAttribute('data-level', level)
  }
}

/** Says outright what the parts of tables are: browsers forget it where a narrow window stacks the cells. */
export function nameTableParts(page: Element): void {
  for (const table of page.querySelectorAll('table')) {
    for (const [selector, role] of Object.entries(ROLES)) {
      for (const part of table.matches(selector) ? [table] : table.querySelectorAll(selector))
        part.setAttribute('role', role)
    }
  }
}

/**
 * Takes Slidev’s two colour schemes out of code whose theme is made of custom properties: these know both, and half the page
 * would be styles. Code of any other theme keeps its colours.
 */
export function slimCode(page: Element): void {
  for (const code of page.querySelectorAll('pre.slidev-code')) {
    if (!code.querySelector('.line > span[style*="--shiki-light: var("], .line > span[style*="--shiki-light:var("]'))
      continue
    code.removeAttribute('style')
    for (const token of code.querySelectorAll<HTMLElement>('.line > span')) {
      const kind = /--shiki-token-([\w-]+)/.exec(token.style.getPropertyValue('--shiki-light'))?.[1]
      if (kind === 'keyword' || kind === 'comment' || kind?.startsWith('string')) {
        token.removeAttribute('style')
        token.className = kind === 'keyword' ? 'keyword' : 'quiet'
      }
      else {
        token.replaceWith(...token.childNodes)
      }
    }
    code.normalize()
  }
}

/** A page that is drawn once has nothing that answers a press: of the buttons on slides, such as Slidev's for copying code, their words stay. */
export function dropButtons(page: Element): void {
  for (const button of page.querySelectorAll('.slide button')) {
    const words = document.createElement('span')
    words.textContent = button.textContent.trim()
    button.replaceWith(...words.textContent ? [words] : [])
  }
}
