import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { READING_PAGE } from '../config/addresses'
import type { PageRecord } from '../config/config'
import type { Deck } from '../deck/deck'
import { UserError } from '../cli/run'
import type { Site } from './serve'
import { headTags, type SiteAddress } from './document'
import { cardOf } from './slidePages'
import { takeSnapshots } from './snapshot'
import { waitUntilWhole } from './still'

export interface Drawing {
  browser: Browser
  deck: Deck
  dist: string
  place: SiteAddress
  /** Address of the script that the drawn pages run. */
  script: string
  /** The built site, being served. */
  served: Pick<Site, 'url'>
}

/** Draws every page beside the slides once and writes it as plain HTML. */
export async function drawPages(drawing: Drawing): Promise<void> {
  const { pages, read } = drawing.deck.config
  for (const [name, record] of Object.entries({ [READING_PAGE]: read, ...pages }))
    await drawPage(name, record, drawing)
}

async function drawPage(name: string, { description, title }: PageRecord, { browser, deck, dist, place, script, served }: Drawing): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light' })
  try {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(`${served.url}/${name}`)
    const isDrawn = await page.waitForSelector('.reading-page[data-ready]', { state: 'attached' }).then(() => waitUntilWhole(page)).then(() => true, () => false)
    if (errors[0] !== undefined || !isDrawn)
      throw new UserError(`the page ${name} failed: ${errors[0]?.split('\n')[0] ?? 'it stayed empty'}`)
    const [{ css, html } = { css: '', html: '' }] = await takeSnapshots(page, '.reading-page', { rootClass: 'reading' })
    await mkdir(join(dist, name), { recursive: true })
    await writeFile(join(dist, name, 'index.html'), `<!DOCTYPE html>
<html lang="${deck.lang}" class="reading">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${headTags({ description, title, path: `${name}/`, card: cardOf(deck.slides[0]!) }, place)}
<style>${css}</style>
<script type="module" src="${script}"></script>
</head>
<body>
${html}
</body>
</html>
`)
  }
  finally {
    await page.close()
  }
}
