import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Staging } from '../files/staging'
import { revisedWorker, WORKER } from '../site/keptSite'
import { basePath } from '../site/serve'

/** A file that the built site offers. */
export interface Download {
  /** What it is called where it is offered, with its size: `Slides PDF, 52 pages, 460 kB`. */
  title: string
  /** Name inside the site’s folder of downloads. */
  file: string
  content: Uint8Array
}

const FOLDER = 'downloads'

/** Name of an offered file in the folder of the site. */
export const downloadName = (file: string): string => `${FOLDER}/${file}`

/**
 * Stages files for a built site, and its pages anew, which name them: in their heads, where the deck looks for them, and
 * in their footers; and the service worker, so that readers get those pages.
 * @param site folder of the built site
 * @param names of its files
 */
export async function offerDownloads(downloads: readonly Download[], site: string, names: readonly string[], staging: Staging): Promise<void> {
  const base = basePath(await readFile(join(site, 'index.html'), 'utf8'))
  const pages = new Map<string, string>()
  for (const name of names.filter(name => name.endsWith('.html'))) {
    const html = withDownloads(await readFile(join(site, name), 'utf8'), downloads, base)
    pages.set(base + name, html)
    await staging.write(name, html)
  }
  if (existsSync(join(site, WORKER)))
    await staging.write(WORKER, revisedWorker(await readFile(join(site, WORKER), 'utf8'), pages))
  for (const { content, file } of downloads)
    await staging.write(downloadName(file), content)
}

const linkPattern = /<link rel="alternate" type="application\/pdf" href="([^"]*)" title="([^"]*)">/g

/**
 * A page that offers these files, beside those that an earlier run left in it, the slides first.
 * @param base path of the site, with slashes at both ends
 */
export function withDownloads(html: string, downloads: readonly Omit<Download, 'content'>[], base: string): string {
  const fresh = downloads.map(({ file, title }) => ({ href: base + downloadName(file), title }))
  const former = [...html.matchAll(linkPattern)].map(([, href = '', title = '']) => ({ href, title }))
  const offered = [...fresh, ...former.filter(({ href }) => !fresh.some(file => file.href === href))]
    .sort((a, b) => b.title.localeCompare(a.title))
  const links = offered.map(({ href, title }) => `<link rel="alternate" type="application/pdf" href="${href}" title="${title}">`)
  const items = offered.map(({ href, title }) => `<li><a href="${href}" download>${title}</a></li>`)
  return html
    .replace(linkPattern, '')
    .replace('</head>', () => `${links.join('')}</head>`)
    .replace(/(<ul[^>]* data-downloads[^>]*>).*?(?=<\/ul>)/s, (_, list: string) => list + items.join(''))
}
