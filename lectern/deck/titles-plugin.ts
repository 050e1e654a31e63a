import type { Plugin } from 'vite'
import { loadDeck } from './deck.ts'
import { plainTitle } from './plain-title.ts'
import { readSlideModule, slideOfModule, writeSlideModule } from './slide-module.ts'

const CONFIGS = '/@slidev/configs'
/** The line on which Slidev writes a slide's frontmatter, as JSON. */
const FRONTMATTER = /^export const frontmatterData = (\{.*\})$/m

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
      if (!slideOfModule(id))
        return
      const frontmatter = FRONTMATTER.exec(code)?.[1]
      const slide = readSlideModule(code) as { title?: string } | undefined
      if (frontmatter === undefined || slide === undefined)
        this.error('Slidev writes slides otherwise than it did: see deck/titles-plugin.ts of slidev-addon-lectern')
      const own = JSON.parse(frontmatter) as { title?: string, name?: string }
      const { title } = slide
      if (!title)
        return
      return {
        code: writeSlideModule(code, { ...slide, title: own.title || own.name ? title.replace(/<br>/g, ' ') : plainTitle(title) }),
        map: { mappings: '' },
      }
    },
  }
}
