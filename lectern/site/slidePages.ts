import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postcss from 'postcss'
import type { Deck, DeckSlide } from '../deck/deck'
import { openingWords } from '../narration/notes'
import { READING_PAGE } from '../config/addresses'
import type { ResolvedConfig } from '../config/config'
import { linkedSlide } from '../export/print-page'
import { headTags, withHead, type SiteAddress } from './document'
import { inOneLine, type Snapshot } from './snapshot'

/** Longest description of a slide, in characters: search engines cut what is longer. */
const LONGEST = 200

/** Whole sentences from the start of what is said on a slide. */
export function describeSlide({ note, title }: Pick<DeckSlide, 'note' | 'title'>): string {
  const sentences = openingWords(note).match(/[^.?!]+[.?!]+/g) ?? []
  let text = ''
  for (const sentence of sentences) {
    if ((text + sentence).length > LONGEST)
      break
    text += sentence
  }
  return text.trim() || title
}

/** The page that boots the slides whatever the address; every other page of slides shows one slide before it does. */
export const APP_PAGE = 'app.html'

/** Tells a reader who opened a page as a file why nothing moves: browsers fetch no modules from files. */
export const fileScript = `if(location.protocol==='file:')document.querySelector('#from-file').hidden=false`

/** Hides what depends on the step where the address names one: a page is the same whatever follows its `?`. */
export const stepScript = ({ stepQuery }: Pick<ResolvedConfig, 'stepQuery'>): string =>
  `if(/[?&](clicks=[1-9]${stepQuery === undefined ? '' : `|${stepQuery}=`})/.test(location.search))document.currentScript.parentNode.className='at-some-step'`

/**
 * Gives every slide a page at its own address, so that a shared link shows its headline, that a plain file server finds
 * it, and that there is a slide to see before the scripts have come, or without them.
 * @param frames what each slide shows, by its number
 */
export async function writeSlidePages(dist: string, deck: Deck, frames: ReadonlyMap<number, Snapshot>, place: SiteAddress): Promise<void> {
  const index = join(dist, 'index.html')
  const html = await readFile(index, 'utf8')
  const about = { title: deck.title, description: deck.subject, path: '', card: cardOf(deck.slides[0]!) }
  const app = withHead(html, headTags(about, place))
  await writeFile(join(dist, APP_PAGE), app)
  // What a static host sends for addresses that it does not know: the slides, which say so themselves.
  await writeFile(join(dist, '404.html'), withHead(html, `${headTags(about, place)}\n<meta name="robots" content="noindex">`))
  const { base } = place
  const ownCss = inOneLine(postcss.parse(await readFile(new URL('first-frame.css', import.meta.url), 'utf8')))
  const framed = (page: string, no: number, path: string): string =>
    withFrame(page, frames.get(no)!, { base, config: deck.config, font: deck.font, slides: deck.slides, ownCss, toRoot: path.replace(/[^/]+/g, '..') })
  await writeFile(index, framed(app, 1, ''))
  for (const slide of deck.slides) {
    const { alias, no, title } = slide
    if (!alias)
      continue
    const head = { title: `${title} · ${deck.title}`, description: describeSlide(slide), path: `${alias}/`, card: cardOf(slide) }
    await mkdir(join(dist, alias), { recursive: true })
    await writeFile(join(dist, alias, 'index.html'), framed(withHead(html, headTags(head, place)), no, head.path))
  }
}

interface FrameOptions {
  base: string
  /** Rules of the frame itself. */
  ownCss: string
  config: ResolvedConfig
  /** Family of the text. */
  font: string | undefined
  slides: readonly DeckSlide[]
  /** Path from the page to the folder of the site, empty or with a slash at its end. */
  toRoot: string
}

/** A page that shows a slide until the app has drawn it. */
function withFrame(html: string, { css, html: slide }: Snapshot, { base, config, font, ownCss, slides, toRoot }: FrameOptions): string {
  // Fonts are asked for at once, not when the app's style sheet has come.
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? []
  const fonts = new Set(faces.filter(face => font !== undefined && face.includes(font)).flatMap(face => /url\("([^"]*\.woff2)"\)/.exec(face)?.[1] ?? []))
  const links = Array.from(fonts, url => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${url}">`)
  const addressed = slide.replace(/href="([^"]*)"/g, (link, href: string) => withOwnPage(href, slides, base) ?? link)
  const atStep = slide.includes('data-by-step') ? `<script>${stepScript(config)}</script>` : ''
  return heldBack(html)
    .replace('</head>', () => `${links.join('\n')}\n<style>${css}${ownCss}</style>\n</head>`)
    .replace('<div id="app"></div>', app => `<div id="first-frame">${atStep}${addressed}
  <noscript><p>The slides move by JavaScript. <a href="${base}${READING_PAGE}/">Read them as a page</a></p></noscript>
  <p id="from-file" hidden>Opened as a file, the slides cannot move: put them on a web server, or
  <a href="${toRoot}${READING_PAGE}/index.html">read them as a page</a>.</p><script>${fileScript}</script></div>
  ${app}`)
}

/** The link to a slide that leads to its page on any file server; none where a link leads elsewhere. */
function withOwnPage(href: string, slides: readonly DeckSlide[], base: string): string | undefined {
  const host = 'http://deck.invalid'
  const url = new URL(href, `${host}${base}`)
  const no = url.origin === host ? linkedSlide(url, slides.map(({ alias, no }) => ({ alias, slide: no })), base) : undefined
  return no === undefined ? undefined : `href="${base}${slides[no - 1]!.alias ?? no}/${url.search}"`
}

/**
 * Keeps the app’s style sheets from holding up the first frame, which has rules of its own: a style sheet
 * with the media query `print` is loaded without blocking the paint, and setup/main.ts sets it to `all`. They stay where they are, so that those of the slides come after them.
 */
function heldBack(html: string): string {
  return html.replace(/<link rel="stylesheet"([^>]*)>/g, '<link rel="preload" as="style"$1><link rel="stylesheet" media="print"$1>')
}

/** Path of a slide’s social card under the base. */
export function cardOf({ alias, no }: Pick<DeckSlide, 'alias' | 'no'>): string {
  return `cards/${alias ?? no}.jpg`
}
