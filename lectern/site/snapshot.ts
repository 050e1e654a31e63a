import postcss, { type AtRule, type Container } from 'postcss'
import type { Page } from 'playwright-chromium'

/** What a drawn part of a page is made of. */
export interface Snapshot {
  html: string
  /** The rules that it uses, or may use once it is handled. */
  css: string
}

interface SnapshotOptions {
  /** Of the document that the parts will stand in. */
  rootClass?: string
  /** Whether each letter has to stand where the app has it. */
  toPixel?: boolean
}

/**
 * Takes parts of a drawn page out of its app, each with the rules that it needs alone.
 * @param selector of the parts
 */
export async function takeSnapshots(page: Page, selector: string, { rootClass = '', toPixel = false }: SnapshotOptions): Promise<Snapshot[]> {
  // tsx names functions by a helper of its own, which a page does not have.
  await page.evaluate('globalThis.__name = value => value')
  const styles = await page.evaluate(stylesOf)
  const root = postcss.parse(styles.join('\n'))
  const selectors = new Set<string>()
  root.walkRules(rule => rule.selectors.forEach(one => selectors.add(lasting(one))))
  const parts = await page.evaluate(partsOf, { rootClass, selector, toPixel, tried: [...selectors] })
  // What no part uses is taken out once, not out of a copy for each.
  const usedByAny = new Set(parts.flatMap(({ used }) => used))
  keepUsed(root, one => usedByAny.has(lasting(one)))
  return parts.map(({ html, used }) => {
    const isUsed = new Set(used)
    return { html, css: styleSheet(root.clone(), one => isUsed.has(lasting(one))) }
  })
}

/** Families of custom properties that come with tools, for what these pages do not show. */
const FOREIGN = /^--(cm|prism|shiki|slidev|twoslash|un|vp)-/

/** Takes out the rules that nothing uses. */
function keepUsed(root: postcss.Root, isUsed: (selector: string) => boolean): void {
  root.walkRules((rule) => {
    const isStep = (rule.parent as AtRule | undefined)?.name === 'keyframes'
    // UnoCSS sets dozens of variables on everything, for classes that are not used here.
    const isForeign = rule.nodes.every(node => node.type === 'decl' && node.prop.startsWith('--un-'))
    if (!isStep && (isForeign || !rule.selectors.some(isUsed)))
      rule.remove()
  })
}

function styleSheet(root: postcss.Root, isUsed: (selector: string) => boolean): string {
  keepUsed(root, isUsed)
  // Slidev sets the size of paper to that of a slide.
  root.walkAtRules(/^(page|property|charset)$/, rule => void rule.remove())
  followSystem(root)

  // One may be read only by another that nothing reads.
  for (let dropped = true; dropped;) {
    dropped = false
    const read = new Set(Array.from(root.toString().matchAll(/var\(\s*(--[\w-]+)/g), ([, name]) => name))
    root.walkDecls(FOREIGN, (declaration) => {
      if (read.has(declaration.prop))
        return
      declaration.remove()
      dropped = true
    })
  }
  dropEmpty(root)
  return inOneLine(root)
}

/** A style sheet without what is only for its authors. */
export function inOneLine(root: postcss.Root): string {
  root.walkComments(comment => void comment.remove())
  return root.toString().replace(/\s*\n\s*/g, '')
}

/** How styles name the dark scheme, and its absence. */
const DARK = /html\.dark|(?<![\w(-])\.dark\b/g
const NOT_DARK = /:not\(\.dark\)/g

/** In the app a script sets the dark scheme; here it also follows the system, until the reader chooses. */
function followSystem(root: postcss.Root): void {
  const rulesWith = (scheme: RegExp): postcss.Rule[] => {
    const rules: postcss.Rule[] = []
    root.walkRules(rule => void (rule.selector.match(scheme) && rules.push(rule)))
    return rules
  }
  for (const rule of rulesWith(NOT_DARK)) {
    rule.before(rule.clone({ selector: rule.selector.replace(NOT_DARK, '.light') }))
    rule.replaceWith(postcss.atRule({ name: 'media', params: '(prefers-color-scheme: light)', nodes: [rule.clone()] }))
  }
  for (const rule of rulesWith(DARK)) {
    const preferred = rule.clone({ selector: rule.selector.replace(DARK, 'html:not(.light)') })
    rule.after(postcss.atRule({ name: 'media', params: '(prefers-color-scheme: dark)', nodes: [preferred] }))
  }
}

function dropEmpty(container: Container): void {
  container.each((node) => {
    if (node.type !== 'rule' && !(node.type === 'atrule' && node.nodes))
      return
    dropEmpty(node as Container)
    if ((node as Container).nodes?.length === 0)
      node.remove()
  })
}

/** Pseudo-elements, and pseudo-classes and attributes that change while a page is used. */
const STATES = [
  /::[\w-]+(\([^)]*\))?/g,
  /:(hover|focus|focus-visible|focus-within|active|visited|link|target|checked|disabled|before|after|first-letter)\b/g,
  /\[(aria-|data-(?!v-)|hidden|open)[^\]]*\]/g,
]
const NEGATION = /:not\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g

function withoutStates(selector: string): string {
  return STATES.reduce((text, state) => text.replace(state, ''), selector)
}

/** What a selector says besides states, which come and go while the page is used. */
export function lasting(selector: string): string {
  const positive = selector
    .replace(NOT_DARK, '')
    .replace(DARK, 'html')
    // Of `:not(:has(:checked))` without its state `:not(:has(*))` would be left, which is another question.
    .replace(NEGATION, negation => withoutStates(negation) === negation ? negation : '')
  return withoutStates(positive)
    .replace(/\s*([>+~,])\s*/g, '$1')
    .replace(/(^|[,(>+~])(?=[,)>+~]|$)/g, '$1*')
    .trim() || '*'
}

/**
 * Text of every style sheet of the site, with addresses from the root of the host. One of another host, such as fonts from a
 * service, is left out: the pages fetch nothing from elsewhere. Runs in the browser.
 */
async function stylesOf(): Promise<string[]> {
  return Promise.all(Array.from(document.styleSheets, async ({ href, ownerNode }) => {
    if (!href)
      return ownerNode?.textContent ?? ''
    if (new URL(href).origin !== location.origin)
      return ''
    const text = await (await fetch(href)).text()
    return text.replace(/url\((["']?)(?!data:|#)([^"')]+)\1\)/g, (_, _quote, path: string) => {
      const url = new URL(path, href)
      return `url("${url.origin === location.origin ? url.pathname : url.href}")`
    })
  }))
}

/** The parts, and which of the selectors find something in each. Runs in the browser, so it is whole in itself. */
function partsOf(
  { rootClass, selector, toPixel, tried }: Required<SnapshotOptions> & { selector: string, tried: string[] },
): { html: string, used: string[] }[] {
  return Array.from(document.querySelectorAll(selector), (original) => {
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
    const nodes = document.createTreeWalker(part, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    const others: ChildNode[] = []
    while (nodes.nextNode()) {
      const { currentNode } = nodes
      if (currentNode instanceof Text && currentNode.data)
        texts.push(currentNode)
      else
        others.push(currentNode as ChildNode)
    }
    others.forEach(node => node.remove())
    // Texts that were apart stay so: as one, their letters would stand some hundredths of a pixel elsewhere.
    if (toPixel)
      texts.filter(({ previousSibling }) => previousSibling instanceof Text).forEach(text => text.before(new Comment()))
    part.removeAttribute('data-ready')
    part.querySelectorAll('[data-mounted]').forEach(slide => slide.removeAttribute('data-mounted'))

    // Selectors are tried on the part as it will be, in a document without anything else of the app.
    const alone = document.implementation.createHTMLDocument()
    alone.documentElement.className = rootClass
    alone.body.append(alone.importNode(part, true))
    const used = tried.filter((one) => {
      try {
        return alone.querySelector(one) !== null
      }
      catch {
        return true
      }
    })
    return { html: part.outerHTML, used }
  })
}
