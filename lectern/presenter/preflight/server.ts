import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { loadDeck, parseDeck } from '../../deck/deck.ts'
import { plainName } from '../../export/names.ts'
import { isFromHere } from '../place-plugin.ts'
import { answeringHosts } from '../remote-plugin.ts'
import { PREFLIGHT_DATA } from '../serverAddresses.ts'
import type { ServerFacts } from './rules.ts'

/** Folders of a deck, as Slidev has them, and where this addon puts data. */
const FOLDERS = ['components', 'data', 'layouts', 'pages', 'public', 'setup', 'snippets', 'styles']

/** When anything of the deck was changed last, in milliseconds since 1970. */
async function newestSource(root: string): Promise<number> {
  const { slides } = await parseDeck(root)
  const inFolders = await Promise.all(FOLDERS.map(async folder =>
    (await readdir(join(root, folder), { recursive: true }).catch(() => [])).map(name => join(root, folder, name))))
  const files = [join(root, 'slides.md'), ...slides.map(({ source }) => source.filepath), ...inFolders.flat()]
  const times = await Promise.all(files.map(file => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0)))
  return Math.max(...times)
}

async function findPdf(root: string): Promise<ServerFacts['pdf']> {
  const { config } = await loadDeck(root)
  const name = join('exports', plainName('slides', config.name))
  const pdf = await stat(join(root, name)).catch(() => undefined)
  return pdf && { name, made: pdf.mtimeMs, isNewer: pdf.mtimeMs > await newestSource(root) }
}

/** Tells the preflight page, to this machine alone, what a page cannot see. With `lectern dev --check`, opens it. */
export function preflightPlugin(check = process.env.LECTERN_CHECK): Plugin {
  return {
    name: 'lectern:preflight',
    apply: 'serve',
    config() {
      // Slidev starts Vite anew when its set-up changes: once is enough.
      process.env.LECTERN_CHECK &&= 'print'
      return check === 'open' ? { server: { open: 'preflight' } } : {}
    },
    configureServer(server) {
      const { config, httpServer, middlewares } = server
      if (check) {
        httpServer?.once('listening', () => {
          const address = httpServer.address()
          console.log(`\n  Before the talk: http://localhost:${typeof address === 'object' ? address?.port : ''}${config.base}preflight`)
        })
      }
      middlewares.use(`${config.base}${PREFLIGHT_DATA}`, (request, response, next) => {
        if (!isFromHere(request)) {
          response.writeHead(403).end()
          return
        }
        void Promise.all([findPdf(config.root), answeringHosts(server)])
          .then(([pdf, remote]) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ pdf, remote } satisfies ServerFacts)), next)
      })
    },
  }
}
