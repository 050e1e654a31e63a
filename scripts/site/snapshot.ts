/** What a drawn page is made of. */
export interface Snapshot {
  body: string
  /** The rules that the page uses, or may use once it is handled. */
  css: string
}

/** Takes a drawn page out of its app. Runs in the browser, so it is whole in itself. */
export function takeSnapshot(): Snapshot {
  const page = document.querySelector('.reading-page')!.cloneNode(true) as Element
  for (const heading of page.querySelectorAll('[data-level]')) {
    const real = document.createElement(`h${heading.getAttribute('data-level')}`)
    for (const { name, value } of heading.attributes) {
      if (name !== 'aria-level')
        real.setAttribute(name, value)
    }
    real.append(...heading.childNodes)
    heading.replaceWith(real)
  }
  const comments = document.createNodeIterator(page, NodeFilter.SHOW_COMMENT)
  for (let comment = comments.nextNode(); comment; comment = comments.nextNode())
    (comment as Comment).remove()
  page.removeAttribute('data-ready')

  /* Rules are tried on the page as it will be, in a document without anything else of the app. */
  const shadow = document.implementation.createHTMLDocument()
  shadow.documentElement.className = 'reading'
  shadow.body.append(shadow.importNode(page, true))

  /** What a selector says besides states, which come and go while the page is used. */
  const lasting = (selector: string): string => selector
    .replace(/html\.dark|\.dark\b/g, 'html')
    .replace(/::[\w-]+(\([^)]*\))?/g, '')
    .replace(/:(hover|focus|focus-visible|focus-within|active|visited|link|target|checked|disabled|before|after|first-letter)\b/g, '')
    .replace(/\[(aria-|data-|hidden|open)[^\]]*\]/g, '')
    .replace(/(^|[\s,(>+~])(?=[\s,)>+~]|$)/g, '$1*')
  const isUsed = (selector: string): boolean => {
    try {
      return shadow.querySelector(lasting(selector)) !== null
    }
    catch {
      return true
    }
  }
  const dark: string[] = []
  const keep = (rules: CSSRuleList): string => Array.from(rules, (rule) => {
    if (rule instanceof CSSStyleRule) {
      // UnoCSS sets dozens of variables on everything, for classes that no page to read has.
      const declarations = Array.from(rule.style)
      if (declarations.every(name => name.startsWith('--un-')) || !isUsed(rule.selectorText))
        return ''
      if (/html\.dark|\.dark\b/.test(rule.selectorText)) {
        const own = rule.cssText.replace(/html\.dark|(?<![\w-])\.dark\b/g, 'html.dark')
        dark.push(own.replaceAll('html.dark', 'html:not(.light)'))
        return own
      }
      return rule.cssText
    }
    if (rule instanceof CSSMediaRule) {
      const inner = keep(rule.cssRules)
      return inner && `@media ${rule.conditionText}{${inner}}`
    }
    if (rule instanceof CSSSupportsRule) {
      const inner = keep(rule.cssRules)
      return inner && `@supports ${rule.conditionText}{${inner}}`
    }
    if (rule instanceof CSSFontFaceRule || rule instanceof CSSContainerRule)
      return rule.cssText
    return ''
  }).join('')
  const css = Array.from(document.styleSheets, sheet => keep(sheet.cssRules)).join('')
  return {
    body: page.outerHTML,
    css: `${css}@media (prefers-color-scheme: dark){${dark.join('')}}`.replaceAll(location.origin, ''),
  }
}
