import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { Deck } from '../deck/deck'
import { root, UserError } from '../cli/run'
import { READING_PAGE, VIEWS } from '../config/addresses'
import { keepNodeEnv } from '../config/nodeEnv'
import { manifestName } from '../files/manifest'
import { stagedNames } from '../files/staging'
import { basePath } from './serve'
import { APP_PAGE } from './slidePages'
import { revisionOf, withKeptSite, WORKER } from './keptSite'

/** What slides and pages are made of; films and sound are too large to be fetched before somebody asks for them. */
const kept = /\.(?:js|css|json|wasm|webmanifest|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf)$/

/** For hosts and social networks, and what is kept once it was opened. */
const isLeft = (name: string): boolean => ['404.html', manifestName, WORKER].includes(name) || /^(?:cards|downloads)\//.test(name)

/**
 * Writes the service worker that keeps the site for use without a network: all of it but films, sound and the pictures for
 * social networks, and the downloads once they were opened. A new version waits until the reader takes it.
 *
 * It lists the files as they are, so it is written after whatever changes them. It answers for addresses of the deck
 * alone: below the deck’s own, hosts such as GitHub Pages have those of other sites.
 * @param dist the built site
 * @param publicFolder of the deck: what is in it is in the site under the same name
 * @throws UserError where there is nothing to keep
 */
export async function writeWorker(
  dist: string,
  { config, slides }: Pick<Deck, 'config' | 'slides'>,
  publicFolder = join(root, 'public'),
): Promise<void> {
  const base = basePath(await readFile(join(dist, 'index.html'), 'utf8'))
  const pages = [READING_PAGE, ...Object.keys(config.pages)]
  // The page that shows any slide stands for those of the slides.
  const page = new RegExp(`^(?:(?:${pages.join('|')})/)?[^/]+\\.html$`)
  const names = stagedNames({ fresh: dist }).filter(name => (page.test(name) || kept.test(name)) && !isLeft(name)).sort()
  if (names.length === 0)
    throw new UserError('the service worker is not complete: it keeps no file')
  const views = [...VIEWS, ...slides.flatMap(({ alias, formerAliases, no }) => [String(no), ...alias ? [alias] : [], ...formerAliases])]
  const site = {
    app: base + APP_PAGE,
    files: await Promise.all(names.map(async name => ({
      url: base + name,
      // Names of the files in assets/ change with their content, but for what the deck itself has put there.
      revision: name.startsWith('assets/') && !existsSync(join(publicFolder, name)) ? null : revisionOf(await readFile(join(dist, name))),
    }))),
    views: `^${base}(?:(?:${views.join('|')})(?:/.*)?)?(?:\\?.*)?$`,
  }
  await writeFile(join(dist, WORKER), withKeptSite(await bundleWorker(), site))
}

/** The script of the worker, without the line that says what there is to keep. */
async function bundleWorker(): Promise<string> {
  const { output } = await keepNodeEnv(() => build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      rolldownOptions: { input: fileURLToPath(new URL('service-worker.ts', import.meta.url)), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return output[0].code
}
