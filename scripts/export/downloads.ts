import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../run'
import { basePath } from '../serve'
import { stageFiles, type Staging } from './files'

/** A file that the built site offers. */
export interface Download {
  /** What it is called where it is offered, with its size: `Slides PDF, 52 pages, 460 kB`. */
  title: string
  /** Name inside the site’s folder of downloads. */
  file: string
}

const FOLDER = 'downloads'

/** Gets files ready for the built site; they are offered once `offerDownloads` has named them in its pages. */
export async function stageDownloads(
  files: ReadonlyMap<string, Uint8Array>,
  dist = join(root, 'dist'),
): Promise<Staging> {
  const staging = await stageFiles(join(dist, FOLDER))
  for (const [file, content] of files)
    await staging.write(file, content)
  return staging
}

/** Names files in every page of the built site: in its head, where the deck looks for them, and in its footer. */
export async function offerDownloads(downloads: readonly Download[], dist = join(root, 'dist')): Promise<void> {
  const base = basePath(await readFile(join(dist, 'index.html'), 'utf8'))
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.html'))
      continue
    const file = join(dist, name)
    const part = `${file}.part`
    await writeFile(part, withDownloads(await readFile(file, 'utf8'), downloads, base))
    await rename(part, file)
  }
}

const linkPattern = /<link rel="alternate" type="application\/pdf" href="([^"]*)" title="([^"]*)">/g

/**
 * A page that offers these files, beside those that an earlier run left in it, the slides first.
 * @param base path of the site, with slashes at both ends
 */
export function withDownloads(html: string, downloads: readonly Download[], base: string): string {
  const fresh = downloads.map(({ file, title }) => ({ href: `${base}${FOLDER}/${file}`, title }))
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
