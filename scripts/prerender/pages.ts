import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-chromium'
import { pageNames, pages, type PageName } from '../../pages/pages'
import { UserError } from '../run'
import type { Site } from '../serve'
import { takeSnapshot } from './snapshot'

export interface Drawing {
  browser: Browser
  /** The built site, being served. */
  served: Pick<Site, 'url'>
  dist: string
  base: string
  site: string | undefined
  /** Address of the script that the drawn pages run. */
  script: string
}

/** Draws every page beside the slides once and writes it as plain HTML. */
export async function drawPages(drawing: Drawing): Promise<void> {
  for (const name of pageNames)
    await drawPage(name, drawing)
}

async function drawPage(name: PageName, { base, browser, dist, script, served, site }: Drawing): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light' })
  try {
    // tsx names functions by a helper of its own, which a page does not have.
    await page.addInitScript({ content: 'globalThis.__name = value => value' })
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(`${served.url}${base}${name}`)
    await page.waitForSelector('.reading-page[data-ready]', { state: 'attached' })
    if (errors[0] !== undefined)
      throw new UserError(`the page ${name} failed: ${errors[0].split('\n')[0]}`)
    const { body, css, lang } = await page.evaluate(takeSnapshot)
    const { description, title } = pages[name]
    const html = documentOf({ base, body, css, description, lang, path: `${name}/`, script, site, title })
    await mkdir(join(dist, name), { recursive: true })
    await writeFile(join(dist, name, 'index.html'), html)
  }
  finally {
    await page.close()
  }
}

interface DocumentParts {
  base: string
  body: string
  css: string
  description: string
  lang: string
  path: string
  script: string
  site: string | undefined
  title: string
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

function documentOf({ base, body, css, description, lang, path, script, site, title }: DocumentParts): string {
  return `<!DOCTYPE html>
<html lang="${lang}" class="reading">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<meta name="description" content="${escape(description)}">
${site ? `<link rel="canonical" href="${site}${path}">` : ''}
<link rel="icon" href="${base}favicon.svg">
<style>${css}</style>
<script type="module" src="${script}"></script>
</head>
<body>
${body}
</body>
</html>
`
}
