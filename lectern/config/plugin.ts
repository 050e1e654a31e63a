import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { loadDeck } from '../deck/deck.ts'
import { CONFIG_FILE, forgetConfig, isPartOfConfig } from './load.ts'
import { SLOTS, type ResolvedConfig } from './config.ts'

const PREFIX = 'virtual:lectern/'

/** What the browser gets of the configuration, in parts, so that the slides load only what they need. */
const modules: Record<string, (config: ResolvedConfig, path: (file: string) => string) => string> = {
  config: ({ asides, chapters, name, search, stepQuery }) =>
    `export const config = ${JSON.stringify({ asides, chapters, name, stepQuery, search: search && { kinds: search.kinds, hint: search.hint } })}`,
  routes: ({ pages }, path) => `export const routes = [${Object.entries(pages).map(([name, { component }]) =>
    `{ name: ${JSON.stringify(name)}, path: ${JSON.stringify(`/${name}`)}, component: () => import(${path(component)}) }`).join(', ')}]`,
  scripts: ({ pages }, path) => `export const scripts = {${Object.entries(pages).flatMap(([name, { script }]) =>
    script ? [`${JSON.stringify(name)}: () => import(${path(script)})`] : []).join(', ')}}`,
  pages: ({ pages, read }) => `export const pages = ${JSON.stringify({
    read,
    ...Object.fromEntries(Object.entries(pages).map(([name, { description, label, title }]) => [name, { description, label, title }])),
  })}`,
  slots: ({ components }, path) => SLOTS.map((slot) => {
    const file = components[slot]
    return file === undefined ? `export const ${slot} = undefined` : `export { default as ${slot} } from ${path(file)}`
  }).join('\n'),
}

/** Serves what `setup/lectern.ts` says as modules `virtual:lectern/…`; in dev they follow its edits. */
export function configPlugin(): Plugin {
  let root = ''
  return {
    name: 'lectern:config',
    configResolved(config) {
      root = normalizePath(config.root)
    },
    watchChange(file) {
      if (isPartOfConfig(file))
        forgetConfig()
    },
    resolveId: source => source.startsWith(PREFIX) ? `\0${source}` : undefined,
    load: {
      filter: { id: new RegExp(`^\0${PREFIX}`) },
      async handler(id) {
        const make = modules[id.slice(PREFIX.length + 1)]
        if (!make)
          return
        // Vite takes a watched file for an import, and misses one that is not there.
        if (existsSync(join(root, CONFIG_FILE)))
          this.addWatchFile(join(root, CONFIG_FILE))
        const { config } = await loadDeck(root)
        return make(config, file => JSON.stringify(normalizePath(join(root, file))))
      },
    },
  }
}
