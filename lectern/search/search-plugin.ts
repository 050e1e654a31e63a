import { resolve } from 'node:path'
import { normalizePath, runnerImport, type Plugin } from 'vite'

const NAME = 'virtual:deck-search'
const ID = `\0${NAME}`

/**
 * Serves what the search finds as the module `virtual:deck-search`, made from the slides and the data at build time,
 * so that neither is written twice. In dev it follows every edit of either.
 */
export function deckSearchPlugin(): Plugin {
  let root: string

  return {
    name: 'deck-search',

    configResolved(config) {
      root = normalizePath(config.root)
    },

    resolveId: source => source === NAME ? ID : undefined,

    async load(id) {
      if (id !== ID)
        return
      // Run anew each time: the data may have been edited since.
      const { module } = await runnerImport<typeof import('./search-documents')>(resolve(root, 'lectern/search/search-documents.ts'))
      return `export const documents = ${JSON.stringify(await module.searchDocuments(root))}`
    },

    hotUpdate({ file, modules }) {
      const documents = this.environment.moduleGraph.getModuleById(ID)
      if (documents && (file === `${root}/slides.md` || file.startsWith(`${root}/data/`)))
        return [...modules, documents]
    },
  }
}
