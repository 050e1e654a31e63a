import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { PLACE_EVENT } from '../presenter/stageMessages.ts'

/** The module in which Slidev imports the slides, each on request. */
const SLIDES = '/@slidev/slides'

/**
 * Makes every slide before it is asked for, one after another, so that none is made while somebody waits for it: a wall
 * that follows a hurried desk would be seconds behind. It begins with the server; after a fresh install, once a first
 * window is up, which waits for its dependencies until nothing else is being made.
 */
export function warmupPlugin(): Plugin {
  let isFresh = false
  return {
    name: 'deck:warmup',
    apply: 'serve',
    configResolved({ cacheDir }) {
      isFresh = !existsSync(join(cacheDir, 'deps/_metadata.json'))
    },
    configureServer({ environments: { client }, httpServer, ws }) {
      async function warmUp() {
        ws.off(PLACE_EVENT, warmUp)
        // Errors show when the slide is opened.
        await client.warmupRequest(SLIDES)
        const slides = await client.moduleGraph.getModuleByUrl(SLIDES)
        for (const { url } of [...slides?.importedModules ?? []])
          await client.warmupRequest(url)
      }
      if (isFresh)
        ws.on(PLACE_EVENT, warmUp)
      else
        httpServer?.once('listening', warmUp)
    },
  }
}
