import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { createServer, resolveOptions } from '@slidev/cli'
import { createLogger } from 'vite'
import { root } from 'slidev-addon-lectern/node'
import { freePort } from '../../lectern/tests/free-port'

export interface DevServer {
  /** Address of the server, without a slash at its end. */
  origin: string
  /** What Vite has written since the server started, a message each, without colours. */
  log: readonly string[]
  /** Names of the dependencies that Vite has prepared, or is about to, sorted. */
  dependencies: () => string[]
  /**
   * Prepares every module that the deck can ask for, as if everything in it had been opened: what a module imports at
   * once or on request is looked up when the module is served. @returns their addresses
   */
  serveEverything: () => Promise<string[]>
  close: () => Promise<void>
}

/** Large packages that Slidev imports on request, and no slide of this deck asks for. */
const UNUSED = /\/node_modules\/(mermaid|monaco-editor|shiki|@shikijs)\//

/** Serves the deck as `npm start` does after a fresh install: with nothing prepared, on a free port. */
export async function startFreshDevServer(): Promise<DevServer> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'better-together-vite-'))
  const log: string[] = []
  const write = (message: string): void => void log.push(stripVTControlCharacters(message))
  const customLogger = { ...createLogger(), info: write, warn: write, warnOnce: write, error: write }
  const options = await resolveOptions({ entry: `${root}slides.md` }, 'dev')
  const server = await createServer(options, {
    cacheDir,
    customLogger,
    server: { host: '127.0.0.1', port: await freePort(), strictPort: true },
  })
  await server.listen()
  const { client } = server.environments
  return {
    origin: server.resolvedUrls!.local[0]!.replace(/\/$/, ''),
    log,
    dependencies: () => {
      const { discovered, optimized } = client.depsOptimizer!.metadata
      return Object.keys({ ...optimized, ...discovered }).sort()
    },
    serveEverything: async () => {
      const served = new Set<string>()
      const serve = async (url: string): Promise<void> => {
        if (served.has(url) || UNUSED.test(url))
          return
        served.add(url)
        await client.transformRequest(url)
        const module = await client.moduleGraph.getModuleByUrl(url)
        await Promise.all([...module?.importedModules ?? []].map(({ url }) => serve(url)))
      }
      await serve(`/@fs/${options.clientRoot.replace(/^\//, '')}/main.ts`)
      return [...served]
    },
    close: async () => {
      await server.close()
      await rm(cacheDir, { recursive: true })
    },
  }
}
