import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, UserError } from '../run'
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

/**
 * Names files in every page of the built site: in its head, where the deck looks for them, and in its footer.
 * @throws UserError where the service worker does not list the pages: it would go on with those that it has
 */
export async function offerDownloads(downloads: readonly Download[], dist = join(root, 'dist')): Promise<void> {
  const base = basePath(await readFile(join(dist, 'index.html'), 'utf8'))
  const files = new Map<string, string>()
  const pages = new Map<string, string>()
  for (const name of await readdir(dist, { recursive: true })) {
    if (!name.endsWith('.html'))
      continue
    const html = withDownloads(await readFile(join(dist, name), 'utf8'), downloads, base)
    files.set(name, html)
    pages.set(base + name.replaceAll('\\', '/'), html)
  }
  if (existsSync(join(dist, 'sw.js')))
    files.set('sw.js', withRevisions(await readFile(join(dist, 'sw.js'), 'utf8'), pages))
  for (const [name, content] of files)
    await replaceFile(join(dist, name), content)
}

async function replaceFile(file: string, content: string): Promise<void> {
  const part = `${file}.part`
  await writeFile(part, content)
  await rename(part, file)
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
    throw new UserError('dist/sw.js lists no page of the site; build it anew: npm run build')
  return renewed
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
