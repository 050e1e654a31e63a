import { defineConfig } from 'vite'
import { deckDataPlugin } from './scripts/data-plugin.ts'

export default defineConfig({
  plugins: [deckDataPlugin()],
})
