import { defineConfig, type Plugin } from 'vite'
import { chunksPlugin } from './site/chunks.ts'
import { addressesPlugin } from './navigation/addresses-plugin.ts'
import { titlesPlugin } from './deck/titles-plugin.ts'
import { notesPlugin } from './narration/notes-plugin.ts'
import { placePlugin } from './presenter/place-plugin.ts'
import { minutesPlugin } from './presenter/rehearsal/server.ts'
import { preflightPlugin } from './presenter/preflight/server.ts'
import { configPlugin } from './config/plugin.ts'
import { remotePlugin } from './presenter/remote-plugin.ts'
import { replacementsPlugin } from './replacements/plugin.ts'
import { searchPlugin } from './search/search-plugin.ts'
import { warmupPlugin } from './navigation/warmup-plugin.ts'

/** Slidev 52 writes description, author and keywords as JSON strings, quotes and `\n` included. */
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
 * stays empty. Without a storage of its own `useStorage` looks for the same one, and does without where there is none; that
 * is no error, which it would tell the console once for each setting.
 */
function blockedStoragePlugin(): Plugin {
  return {
    name: 'deck:blocked-storage',
    apply: 'build',
    transform(code, id) {
      if (!/@vueuse\/core\/dist\/index\.js$/.test(id))
        return
      const passed = code.replace(/(return useStorage\(key, initialValue, )[^,]+\.localStorage(, options\))/, '$1undefined$2')
      const silent = passed.replace(/(getSSRHandler\("getDefaultStorage",.+\n\s*\} catch) \(e\) \{\s*onError\(e\);\s*\}/, '$1 {}')
      if (passed === code || silent === passed)
        this.error('useLocalStorage is not what it was: see blockedStoragePlugin in vite.config.ts')
      return { code: silent, map: null }
    },
  }
}

export default defineConfig({
  plugins: [addressesPlugin(), plainMetaPlugin(), blockedStoragePlugin(), configPlugin(), titlesPlugin(), notesPlugin(), searchPlugin(), placePlugin(), remotePlugin(), preflightPlugin(), minutesPlugin(), replacementsPlugin(), warmupPlugin(), chunksPlugin()],
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
    ],
  },
})
