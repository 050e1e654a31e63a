import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateSW } from 'workbox-build'
import type { Deck } from '../deck/deck'
import { UserError } from '../cli/run'
import { READING_PAGE, VIEWS } from '../config/addresses'
import { basePath } from './serve'
import { APP_PAGE } from './slidePages'

interface WorkerOptions {
  /** Where to write it; into the site by default. */
  file?: string
  /** HTML of pages that are about to change, by address. */
  changing?: ReadonlyMap<string, string>
}

/**
 * Writes the service worker that keeps the site for use without a network: all of it but the pictures for social
 * networks, and the downloads once they were opened. A new version waits until the reader takes it.
 *
 * It lists the files as they are, so it is written after whatever changes them. It answers for addresses of the deck
 * alone: below the deck’s own, hosts such as GitHub Pages have those of other sites.
 * @param dist the built site
 */
export async function writeWorker(
  dist: string,
  { config, slides }: Pick<Deck, 'config' | 'slides'>,
  { changing = new Map(), file = join(dist, 'sw.js') }: WorkerOptions = {},
): Promise<void> {
  const index = await readFile(join(dist, 'index.html'), 'utf8')
  const base = basePath(index)
  const pages = [READING_PAGE, ...Object.keys(config.pages)]
  const names = [...VIEWS, ...slides.flatMap(({ alias, formerAliases, no }) => [String(no), ...alias ? [alias] : [], ...formerAliases])]
  const { count, warnings } = await generateSW({
    globDirectory: dist,
    globPatterns: ['*.{html,svg,webmanifest}', 'icons/*', ...pages.map(name => `${name}/*.html`), 'assets/**/*.{js,css,woff2,svg}'],
    globIgnores: ['404.html'],
    swDest: file,
    modifyURLPrefix: { '': base },
    manifestTransforms: [entries => ({
      manifest: entries.map((entry) => {
        const html = changing.get(entry.url)
        return html === undefined ? entry : { ...entry, revision: createHash('md5').update(html).digest('hex') }
      }),
      warnings: [],
    })],
    navigateFallback: base + APP_PAGE,
    navigateFallbackAllowlist: [new RegExp(`^${base}(?:(?:${names.join('|')})(?:/.*)?)?(?:\\?.*)?$`)],
    runtimeCaching: [{
      urlPattern: ({ url }) => url.pathname.includes('/downloads/'),
      handler: 'NetworkFirst',
      options: { cacheName: 'downloads', networkTimeoutSeconds: 5 },
    }],
    // Names of the files in assets/ change with their content.
    dontCacheBustURLsMatching: /\/assets\//,
    ignoreURLParametersMatching: [/.*/],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    skipWaiting: false,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: 'production',
  })
  if (warnings.length || count === 0)
    throw new UserError(`the service worker is not complete: ${warnings[0] ?? 'it keeps no file'}`)
}
