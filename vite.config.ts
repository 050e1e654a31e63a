import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { deckDataPlugin } from './scripts/data-plugin.ts'

function own(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

export default defineConfig({
  plugins: [deckDataPlugin()],
  resolve: {
    alias: [
      // The deck has no template to compile in the browser: Vue without its compiler saves about 30 kB on slide 1.
      { find: /^vue$/, replacement: own('node_modules/vue/dist/vue.runtime.esm-bundler.js') },
      { find: /^.*\/modules\/v-(mark|motion)$/, replacement: own('setup/unused-features.ts') },
      { find: '@shikijs/vitepress-twoslash/client', replacement: own('setup/unused-features.ts') },
      { find: /^.*\/MenuButton\.vue$/, replacement: own('components/MenuButton.vue') },
    ],
  },
})
