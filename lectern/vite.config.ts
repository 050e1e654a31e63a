import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { addressesPlugin } from './navigation/addresses-plugin.ts'
import { placePlugin } from './presenter/place-plugin.ts'
import { configPlugin } from './config/plugin.ts'
import { searchPlugin } from './search/search-plugin.ts'
import { warmupPlugin } from './navigation/warmup-plugin.ts'

function own(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

/** Slidev 52 writes description, author and keywords as JSON strings, quotation marks and `\n` included. */
function plainMetaPlugin(): Plugin {
  return {
    name: 'deck:plain-meta',
    transformIndexHtml: {
      order: 'pre',
      handler: html => html.replace(/content="&quot;(.*?)&quot;"/g, (_, text: string) =>
        `content="${text.replaceAll('\\n', ' ').trim()}"`),
    },
  }
}

/**
 * Slidev keeps its settings through VueUse’s `useLocalStorage`, which throws where a browser blocks storage, and the page
 * stays empty. Without a storage of its own `useStorage` looks for the same one, and does without where there is none.
 */
function blockedStoragePlugin(): Plugin {
  return {
    name: 'deck:blocked-storage',
    apply: 'build',
    transform(code, id) {
      if (!/@vueuse\/core\/dist\/index\.js$/.test(id))
        return
      const mended = code.replace(/(return useStorage\(key, initialValue, )[^,]+\.localStorage(, options\))/, '$1undefined$2')
      if (mended === code)
        this.error('useLocalStorage is not what it was: see blockedStoragePlugin in vite.config.ts')
      return { code: mended, map: null }
    },
  }
}

export default defineConfig({
  plugins: [addressesPlugin(), plainMetaPlugin(), blockedStoragePlugin(), configPlugin(), searchPlugin(), placePlugin(), warmupPlugin()],
  optimizeDeps: {
    // Vite looks for dependencies in Slidev's own entry alone. One that is only found when the search or a page to read
    // is first opened makes it prepare all of them again and load every window anew: the wall leaves full screen.
    include: ['minisearch', 'workbox-window'],
    exclude: ['slidev-addon-lectern'],
  },
  resolve: {
    alias: [
      // Slidev's client reads ranges of slides alone, and gets the whole parser with its YAML for that.
      { find: '@slidev/parser/core', replacement: '@slidev/parser/utils' },
      // What only opens on request comes on request: the dialog to go to a slide, tooltips and menus.
      { find: /^\.{1,2}\/(internals\/)?Goto\.vue$/, replacement: own('replacements/GotoOnRequest.vue') },
      { find: /^floating-vue$/, replacement: own('replacements/floatingOnRequest.ts') },
      { find: /^.*\/MenuButton\.vue$/, replacement: own('replacements/MenuButton.vue') },
      { find: /^.*\/SelectList\.vue$/, replacement: own('replacements/SelectList.vue') },
      { find: /^\.{1,2}\/(\.\.\/)?(internals\/)?NoteDisplay\.vue$/, replacement: own('replacements/NoteDisplay.vue') },
      { find: /^.*\/TimerBar\.vue$/, replacement: own('replacements/TimerBar.vue') },
      { find: /^.*\/TimerInlined\.vue$/, replacement: own('replacements/TimerInlined.vue') },
      // One place and one clock for all windows of a talk: Slidev’s own lets echoes and newcomers move them.
      { find: /^\.{1,2}\/state\/shared$/, replacement: own('replacements/sharedState.ts') },
      { find: /^\.\.\/composables\/useWakeLock$/, replacement: own('replacements/useWakeLock.ts') },
    ],
  },
})
