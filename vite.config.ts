import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { addressesPlugin } from './scripts/addresses-plugin.ts'
import { deckDataPlugin } from './scripts/data-plugin.ts'
import { lockedVersions } from './scripts/locked-versions.ts'
import { placePlugin } from './scripts/place-plugin.ts'
import { deckSearchPlugin } from './scripts/search-plugin.ts'
import { warmupPlugin } from './scripts/warmup-plugin.ts'

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
  define: { __LOCKED_VERSIONS__: JSON.stringify(lockedVersions()) },
  plugins: [deckDataPlugin(), addressesPlugin(), plainMetaPlugin(), blockedStoragePlugin(), deckSearchPlugin(), placePlugin(), warmupPlugin()],
  optimizeDeps: {
    // Vite looks for dependencies in Slidev's own entry alone. One that is only found when the search or a page to read
    // is first opened makes it prepare all of them again and load every window anew: the wall leaves full screen.
    entries: ['{components,data,layouts,pages,setup}/**/*.{ts,vue}', '*.vue'],
  },
  resolve: {
    alias: [
      // The deck has no template to compile in the browser: Vue without its compiler saves about 30 kB on slide 1.
      { find: /^vue$/, replacement: own('node_modules/vue/dist/vue.runtime.esm-bundler.js') },
      { find: /^.*\/modules\/v-(mark|motion)$/, replacement: own('setup/unused-features.ts') },
      // Styles of what no slide has: code that moves, types in code, alerts, formulas.
      { find: /^(@shikijs\/(magic-move|vitepress-twoslash)\/style|markdown-it-github-alerts\/styles\/.*|\.\/(katex|shiki-twoslash))\.css$/, replacement: own('setup/unused-features.ts') },
      { find: '@shikijs/vitepress-twoslash/client', replacement: own('setup/unused-features.ts') },
      // Slidev's client reads ranges of slides alone, and gets the whole parser with its YAML for that.
      { find: '@slidev/parser/core', replacement: '@slidev/parser/utils' },
      // What only opens on request comes on request: the dialog to go to a slide, tooltips and menus.
      { find: /^\.{1,2}\/(internals\/)?Goto\.vue$/, replacement: own('components/shell/GotoOnRequest.vue') },
      { find: /^floating-vue$/, replacement: own('components/shell/floatingOnRequest.ts') },
      { find: /^.*\/MenuButton\.vue$/, replacement: own('components/MenuButton.vue') },
      { find: /^.*\/SelectList\.vue$/, replacement: own('components/shell/SelectList.vue') },
      { find: /^\.{1,2}\/(\.\.\/)?(internals\/)?NoteDisplay\.vue$/, replacement: own('components/shell/NoteDisplay.vue') },
      { find: /^.*\/TimerBar\.vue$/, replacement: own('components/shell/TimerBar.vue') },
      { find: /^.*\/TimerInlined\.vue$/, replacement: own('components/shell/TimerInlined.vue') },
      // One place and one clock for all windows of a talk: Slidev’s own lets echoes and newcomers move them.
      { find: /^\.{1,2}\/state\/shared$/, replacement: own('components/shell/sharedState.ts') },
      { find: /^\.\.\/composables\/useWakeLock$/, replacement: own('components/shell/useWakeLock.ts') },
    ],
  },
})
