import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  // Slidev has one for all decks beside one installation, and a server that starts empties it under those that run.
  cacheDir: fileURLToPath(new URL('node_modules/.vite', import.meta.url)),
})
