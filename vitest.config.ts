import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Not vite.config.ts: the deck's own plugins have no part in unit tests.
export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
  },
})
