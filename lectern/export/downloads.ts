import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Staging } from '../files/staging'
import { buildCommand, UserError } from '../cli/run'
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
 * in their footers.
 * @param site folder of the built site
 * @param names of its files
 * @throws UserError where the service worker does not list the pages: it would go on with those that it has
 */
export async function offerDownloads(downloads: readonly Download[], site: string, names: readonly string[], staging: Staging): Promise<void> {
  const base = basePath(await readFile(join(site, 'index.html'), 'utf8'))
  const pages = new Map<string, string>()
  for (const name of names.filter(name => name.endsWith('.html'))) {
    const html = withDownloads(await readFile(join(site, name), 'utf8'), downloads, base)
    pages.set(base + name, html)
    await staging.write(name, html)
  }
  if (existsSync(join(site, 'sw.js')))
    await staging.write('sw.js', withRevisions(await readFile(join(site, 'sw.js'), 'utf8'), pages))
  for (const { content, file } of downloads)
    await staging.write(downloadName(file), content)
}

/**
 * The service worker with a revision for each page as it is now, so that readers get it.
 * @param pages HTML by address
 * @throws UserError where it lists none of them
 */
export function withRevisions(worker: string, pages: ReadonlyMap<string, string>): string {
  let count = 0
  const renewed = worker.replace(/(?<=\{url:"([^"]*)",revision:")[^"]*/g, (revision: string, url: string) => {
    const html = pages.get(url)
    if (html === undefined)
      return revision
    count += 1
    return createHash('md5').update(html).digest('hex')
  })
  if (count === 0)
    throw new UserError(`dist/sw.js lists no page of the site; build it anew: ${buildCommand()}`)
  return renewed
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
    .replace('</head>', `${links.join('')}</head>`)
    .replace(/(<ul[^>]* data-downloads[^>]*>).*?(?=<\/ul>)/s, `$1${items.join('')}`)
}
