import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { loadDeck } from '../../deck/deck.ts'
import { plainName } from '../../export/names.ts'
import { isFromHere } from '../place-plugin.ts'
import { answeringHosts } from '../remote-plugin.ts'
import { PREFLIGHT_DATA } from './address.ts'
import type { ServerFacts } from './rules.ts'

async function findPdf(root: string): Promise<ServerFacts['pdf']> {
  const { config } = await loadDeck(root)
  const name = join('exports', plainName('slides', config.name))
  const [pdf, slides] = await Promise.all([name, 'slides.md'].map(file => stat(join(root, file)).catch(() => undefined)))
  return pdf && slides && { name, made: pdf.mtimeMs, isNewer: pdf.mtimeMs > slides.mtimeMs }
}

/** Tells the preflight page, to this machine alone, what a page cannot see. With `lectern dev --check`, opens it. */
export function preflightPlugin(check = process.env.LECTERN_CHECK): Plugin {
  return {
    name: 'lectern:preflight',
    apply: 'serve',
    config: () => check === 'open' ? { server: { open: 'preflight' } } : {},
    configureServer(server) {
      const { config, httpServer, middlewares } = server
      if (check) {
        httpServer?.once('listening', () => {
          const address = httpServer.address()
          console.log(`\n  Before the talk: http://localhost:${typeof address === 'object' ? address?.port : ''}${config.base}preflight`)
        })
      }
      middlewares.use(`${config.base}${PREFLIGHT_DATA}`, (request, response, next) => {
        if (!isFromHere(request))
          return next()
        void Promise.all([findPdf(config.root), answeringHosts(server)])
          .then(([pdf, remote]) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ pdf, remote } satisfies ServerFacts)), next)
      })
    },
  }
}
