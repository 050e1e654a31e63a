import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Not vite.config.ts: the deck's own plugins have no part in unit tests.
export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    // No test changes what another one reads: sharing modules saves more than half of the processor time.
    pool: 'threads',
    isolate: false,
  },
})
