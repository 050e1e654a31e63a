import type { Page } from 'playwright-chromium'

/** What a drawn part of a page is made of. */
export interface Snapshot {
  html: string
  /** The rules that it uses, or may use once it is handled. */
  css: string
}

/** Opens a page of the built site so that snapshots can be taken of it. */
export async function allowSnapshots(page: Page): Promise<void> {
  // tsx names functions by a helper of its own, which a page does not have.
  await page.addInitScript({ content: 'globalThis.__name = value => value' })
}

/**
 * Takes parts of a drawn page out of its app, each with the rules that it needs alone.
 * @param selector of the parts
 * @param rootClass of the document that they will stand in
 */
export function takeSnapshots(page: Page, selector: string, rootClass = ''): Promise<Snapshot[]> {
  return page.evaluate(snapshotsOf, { selector, rootClass })
}

/** Runs in the browser, so it is whole in itself. */
function snapshotsOf({ rootClass, selector }: { rootClass: string, selector: string }): Snapshot[] {
  const origin = location.origin

  function cleaned(original: Element): Element {
    const part = original.cloneNode(true) as Element
    // In their app, headings have the level of their slide and another by ARIA.
    for (const heading of part.querySelectorAll('[data-level]')) {
      const real = document.createElement(`h${heading.getAttribute('data-level')}`)
      for (const { name, value } of heading.attributes) {
        if (name !== 'aria-level')
          real.setAttribute(name, value)
      }
      real.append(...heading.childNodes)
      heading.replaceWith(real)
    }
    const comments = document.createNodeIterator(part, NodeFilter.SHOW_COMMENT)
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
      (comment as Comment).remove()
    part.removeAttribute('data-ready')
    return part
  }

  /** What a selector says besides states, which come and go while the page is used. */
  function lasting(selector: string): string {
    return selector
      .replace(/html\.dark|\.dark\b/g, 'html')
      .replace(/::[\w-]+(\([^)]*\))?/g, '')
      .replace(/:(hover|focus|focus-visible|focus-within|active|visited|link|target|checked|disabled|before|after|first-letter)\b/g, '')
      .replace(/\[(aria-|data-(?!v-)|hidden|open)[^\]]*\]/g, '')
      .replace(/(^|[,(>+~])\s*(?=[,)>+~]|$)/g, '$1*')
  }

  function rulesFor(part: Element): string {
    // Rules are tried on the part as it will be, in a document without anything else of the app.
    const alone = document.implementation.createHTMLDocument()
    alone.documentElement.className = rootClass
    alone.body.append(alone.importNode(part, true))
    const isUsed = (selector: string): boolean => {
      try {
        return alone.querySelector(lasting(selector)) !== null
      }
      catch {
        return true
      }
    }
    const keep = (rules: CSSRuleList): string => Array.from(rules, (rule) => {
      if (rule instanceof CSSStyleRule) {
        // UnoCSS sets dozens of variables on everything, for classes that are not used here.
        const declarations = Array.from(rule.style)
        if (declarations.every(name => name.startsWith('--un-')) || !isUsed(rule.selectorText))
          return ''
        if (!/html\.dark|\.dark\b/.test(rule.selectorText))
          return rule.cssText
        const chosen = rule.cssText.replace(/html\.dark|(?<![\w-])\.dark\b/g, 'html.dark')
        const preferred = chosen.replaceAll('html.dark', 'html:not(.light)')
        return `${chosen}@media (prefers-color-scheme: dark){${preferred}}`
      }
      if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule || rule instanceof CSSContainerRule) {
        const inner = keep(rule.cssRules)
        return inner && `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}`
      }
      return rule instanceof CSSFontFaceRule || rule instanceof CSSPageRule ? rule.cssText : ''
    }).join('')
    const css = Array.from(document.styleSheets, sheet => keep(sheet.cssRules)).join('')
    return withoutUnread(css)
  }

  /** Drops custom properties that no rule reads. */
  function withoutUnread(css: string): string {
    const read = new Set(Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), ([, name]) => name))
    return css.replace(/(--[\w-]+):[^;{}]*;\s*/g, (declaration, name: string) => read.has(name) ? declaration : '')
  }

  return Array.from(document.querySelectorAll(selector), (original) => {
    const part = cleaned(original)
    return { html: part.outerHTML, css: rulesFor(part).replaceAll(origin, '') }
  })
}
