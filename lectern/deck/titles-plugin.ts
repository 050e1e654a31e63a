import type { Plugin } from 'vite'
import { loadDeck } from './deck.ts'
import { plainTitle } from './plain-title.ts'

const CONFIGS = '/@slidev/configs'
/** The lines on which Slidev writes a slide's frontmatter, and what else it knows of it, both as JSON. */
const FRONTMATTER = /^export const frontmatterData = (\{.*\})$/m
const BASE = /^ {4}\.\.\.\((\{.*\})\),$/m

/**
 * Makes plain words of the title of each slide, which Slidev takes out of its headline as it is written: contents, search,
 * dialogs and what a screen reader hears would have the signs of Markdown, and tags. One in the frontmatter stays. The deck
 * has the title that it has in Node, where its headmatter has none.
 */
export function titlesPlugin(): Plugin {
  let root = ''
  return {
    name: 'lectern:titles',

    configResolved: (config) => {
      root = config.root
    },

    async transform(code, id) {
      if (id === CONFIGS) {
        const config = JSON.parse(code.replace(/^export default /, '')) as { title: string, slidesTitle: string }
        const title = (await loadDeck(root)).title || config.title
        return { code: `export default ${JSON.stringify({ ...config, title, slidesTitle: config.slidesTitle.replace(config.title, () => title) })}`, map: null }
      }
      if (!/__slidev_\d+\.frontmatter$/.test(id))
        return
      const [, frontmatter] = FRONTMATTER.exec(code) ?? []
      const [line, json] = BASE.exec(code) ?? []
      if (frontmatter === undefined || line === undefined)
        this.error('Slidev writes slides otherwise than it did: see deck/titles-plugin.ts of slidev-addon-lectern')
      const own = JSON.parse(frontmatter) as { title?: string, name?: string }
      const base = JSON.parse(json!) as { title?: string }
      if (!base.title)
        return
      return {
        code: code.replace(line, () => `    ...(${JSON.stringify({ ...base, title: own.title || own.name ? base.title!.replace(/<br>/g, ' ') : plainTitle(base.title!) })}),`),
        map: { mappings: '' },
      }
    },
  }
}
