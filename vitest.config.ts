import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { lockedVersions } from './scripts/locked-versions.ts'

// Not vite.config.ts: the deck's own plugins have no part in unit tests.
export default defineConfig({
  plugins: [vue()],
  define: { __LOCKED_VERSIONS__: JSON.stringify(lockedVersions()) },
  test: {
    include: ['{tests,lectern/tests}/unit/**/*.test.ts'],
    // No test changes what another one reads: sharing modules saves more than half of the processor time.
    pool: 'threads',
    isolate: false,
    // A limit finds what hangs, not what is slow: several start programs, and other work may keep both cores busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
