import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { deckDataPlugin } from './scripts/data-plugin.ts'
import { lockedVersions } from './scripts/locked-versions.ts'

function own(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

const unused = own('setup/unused-features.ts')

// Slidev merges it with that of the addon, lectern/vite.config.ts.
export default defineConfig({
  define: { __LOCKED_VERSIONS__: JSON.stringify(lockedVersions()) },
  plugins: [deckDataPlugin()],
  build: {
    rolldownOptions: {
      // Facts do nothing by themselves: a slide gets the files of data/ that it shows, not all that data/deck.ts names.
      treeshake: { moduleSideEffects: [{ test: /^(?!.*node_modules).*\/(data|lab)\/[^/]+\.(ts|json)$/, sideEffects: false }] },
      // What many slides have comes as one file.
      output: { codeSplitting: { groups: [{ name: 'parts', test: /\/components\/(languages|sources|threads)\/|\/layouts\/default\.vue/, minShareCount: 6 }] } },
    },
  },
  optimizeDeps: {
    // Of the deck; those of the addon are named in lectern/vite.config.ts, which says why.
    entries: ['{components,data,layouts,pages,setup}/**/*.{ts,vue}', '*.vue'],
  },
  resolve: {
    alias: [
      // The deck has no template to compile in the browser: Vue without its compiler saves about 30 kB on slide 1.
      { find: /^vue$/, replacement: own('node_modules/vue/dist/vue.runtime.esm-bundler.js') },
      { find: /^.*\/modules\/v-(mark|motion)$/, replacement: unused },
      // Styles of what no slide has: code that moves, types in code, alerts, formulas.
      { find: /^(@shikijs\/(magic-move|vitepress-twoslash)\/style|markdown-it-github-alerts\/styles\/.*|\.\/(katex|shiki-twoslash))\.css$/, replacement: unused },
      { find: '@shikijs/vitepress-twoslash/client', replacement: unused },
    ],
  },
})
