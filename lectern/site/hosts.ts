import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { READING_PAGE, VIEWS } from '../config/addresses'
import { themeScript } from '../reader/themeScript'
import type { Deck } from '../deck/deck'
import type { SiteAddress } from './document'
import { headersFile } from './headers'
import { APP_PAGE, fileScript, stepScript } from './slidePages'

/** Writes the files that hosts and search engines look for. */
export async function writeHostFiles(dist: string, { config, slides }: Pick<Deck, 'config' | 'slides'>, { base, site }: SiteAddress): Promise<void> {
  const write = (name: string, text: string): Promise<void> => writeFile(join(dist, name), text)
  await write('_headers', headersFile(base, [themeScript, stepScript(config), fileScript], config.selfContained))
  // Whatever is not named here has a file of its own, or is unknown and gets 404.html.
  const views = [...VIEWS.flatMap(view => [view, `${view}/*`]), ...slides.map(({ no }) => String(no))]
  const renamed = slides.flatMap(({ alias, formerAliases }) =>
    formerAliases.map(former => `${base}${former} ${base}${alias}/ 301`))
  await write('_redirects', [...renamed, ...views.map(view => `${base}${view} ${base}${APP_PAGE} 200`), ''].join('\n'))
  const paths = ['', ...[READING_PAGE, ...Object.keys(config.pages)].map(name => `${name}/`), ...slides.flatMap(({ alias }) => alias ? `${alias}/` : [])]
  if (site)
    await write('sitemap.txt', paths.map(path => `${site}${path}\n`).join(''))
  await write('robots.txt', ['User-agent: *', 'Allow: /', ...site ? [`Sitemap: ${site}sitemap.txt`] : [], ''].join('\n'))
}
