import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import type { Deck } from '../deck/deck'
import { prepareSocialCards } from '../export/images'
import { canvas, openSlidePages } from '../export/slides'
import type { Site } from './serve'
import { escapeHtml } from './document'
import { cardOf } from './slidePages'

/** Takes a picture of each slide in the shape that social networks ask for. */
export async function drawCards(browser: Browser, site: Site, dist: string, deck: Deck): Promise<void> {
  const opened = await openSlidePages({ browser, site }, deck, {
    dark: false, everyStep: false, pictureWidth: canvas.width, range: undefined, site: undefined,
  })
  const takeCard = await prepareSocialCards(opened)
  await mkdir(join(dist, 'cards'), { recursive: true })
  for (const slide of deck.slides) {
    const index = opened.pages.findIndex(page => page.slide === slide.no)
    await writeFile(join(dist, cardOf(slide)), await takeCard(index, { type: 'jpeg', quality: 82 }))
  }
  await opened.page.close()
}

/** Sides of the icons, in pixels: 180 for iOS, 192 and 512 for the manifest. */
const iconSizes = [180, 192, 512] as const

/** An icon for a deck that has no `public/favicon.svg`: the first letter of its title. */
function letterIcon(title: string): string {
  const [letter = 'S'] = title
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#1b1f24"/><text x="32" y="46" font-family="sans-serif" font-size="40" font-weight="700" text-anchor="middle" fill="#ffffff">${escapeHtml(letter)}</text></svg>`
}

/** Draws the favicon as pictures for home screens, with room around it so that any shape can be cut out. */
export async function drawIcons(browser: Browser, dist: string, { title }: Pick<Deck, 'title'>): Promise<void> {
  if (!existsSync(join(dist, 'favicon.svg')))
    await writeFile(join(dist, 'favicon.svg'), letterIcon(title))
  await mkdir(join(dist, 'icons'), { recursive: true })
  const svg = Buffer.from(await readFile(join(dist, 'favicon.svg'))).toString('base64')
  for (const size of iconSizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<body style="margin:0;display:grid;place-items:center;height:100vh">
      <img style="width:62%" src="data:image/svg+xml;base64,${svg}">`)
    await page.waitForFunction(() => Array.from(document.images).every(image => image.complete))
    await page.screenshot({ path: join(dist, 'icons', `${size}.png`) })
    await page.close()
  }
}

/** What makes an app of the site on a home screen. */
export async function writeManifest(dist: string, deck: Deck, base: string): Promise<void> {
  const { shortName, themeColor } = deck.config
  await writeFile(join(dist, 'manifest.webmanifest'), JSON.stringify({
    name: deck.title,
    short_name: shortName,
    description: deck.subject,
    lang: deck.lang,
    id: base,
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: themeColor,
    theme_color: themeColor,
    icons: [
      ...[192, 512].map(size => ({ src: `${base}icons/${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' })),
      { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
    ],
  }))
}
