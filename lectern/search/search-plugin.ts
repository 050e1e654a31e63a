import { normalizePath, type Plugin } from 'vite'
import { isPartOfConfig } from '../config/load.ts'
import { searchDocuments } from './search-documents.ts'

const NAME = 'virtual:lectern/search'
const ID = `\0${NAME}`

/**
 * Serves what the search finds as the module `virtual:lectern/search`, made from the slides and the deck’s
 * configuration at build time, so that neither is written twice. In dev it follows every edit of either.
 */
export function searchPlugin(): Plugin {
  let root: string

  return {
    name: 'lectern:search',

    configResolved(config) {
      root = normalizePath(config.root)
    },

    resolveId: source => source === NAME ? ID : undefined,

    async load(id) {
      if (id !== ID)
        return
      return `export const documents = ${JSON.stringify(await searchDocuments(root))}`
    },

    hotUpdate({ file, modules }) {
      const documents = this.environment.moduleGraph.getModuleById(ID)
      if (documents && (/\.md$/.test(file) || isPartOfConfig(file)))
        return [...modules, documents]
    },
  }
}
