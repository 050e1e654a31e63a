import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { configPlugin } from './lectern/config/plugin.ts'
import { lockedVersions } from './scripts/locked-versions.ts'

// Not vite.config.ts: of all plugins, unit tests need what components import of the deck's configuration alone.
export default defineConfig({
  plugins: [vue(), configPlugin()],
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
