import { resolve } from 'node:path'
import { inspect, stripVTControlCharacters } from 'node:util'
import { normalizePath, runnerImport, type EnvironmentModuleNode, type Plugin } from 'vite'

/**
 * Keeps wrong data off the screen. The data is validated before a build and before the dev server answers,
 * and again on every edit: an edit that breaks it shows in the error overlay and is held back,
 * so that the open slide keeps its last good state until the data is mended.
 */
export function deckDataPlugin(): Plugin {
  let dataDir: string
  /** Files with edits that the browser has not been given. */
  const heldBack = new Set<string>()

  /** What is wrong with the data as it was last checked. */
  let mistake: string | undefined

  /** @param edited the file to blame for a mistake that only types tell, which names no place where it is met */
  async function check(edited?: string): Promise<void> {
    try {
      const { module } = await runnerImport<typeof import('../data/validate')>(resolve(dataDir, 'validate.ts'))
      module.assertDeck()
      mistake = undefined
    }
    catch (error) {
      const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error))
      mistake = edited === undefined || message.includes('data/') ? message : `${edited}: ${message} (npm run check may know more)`
    }
  }

  return {
    name: 'deck-data',

    async configResolved({ root }) {
      dataDir = normalizePath(resolve(root, 'data'))
      await check()
      if (mistake) {
        // Printed without a stack: the message names the place in the data, this file is not to blame.
        const message = mistake
        throw Object.assign(new Error(message), { [inspect.custom]: () => message })
      }
    },

    // A page opened meanwhile gets the overlay too, and not the held-back data.
    load(id) {
      if (mistake && heldBack.has(id))
        this.error(mistake)
    },

    hotUpdate: {
      // The last word on which modules are updated, after plugins that hand the original list on.
      order: 'post',
      async handler({ file, modules }) {
        if (this.environment.name !== 'client' || !file.startsWith(`${dataDir}/`))
          return
        await check(`data/${file.slice(dataDir.length + 1)}`)
        if (mistake) {
          heldBack.add(file)
          this.environment.logger.error(mistake)
          this.environment.hot.send({ type: 'error', err: { message: mistake, stack: '', plugin: 'deck-data' } })
          return []
        }
        const updated = new Set<EnvironmentModuleNode>(modules)
        for (const held of heldBack)
          this.environment.moduleGraph.getModulesByFile(held)?.forEach(node => updated.add(node))
        heldBack.clear()
        return [...updated]
      },
    },
  }
}
