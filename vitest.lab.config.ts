import { defineConfig } from 'vitest/config'

// Apart from the unit tests: these build and run the programs in lab/, which needs Go, Rust and a minute.
export default defineConfig({
  test: {
    include: ['tests/lab/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
