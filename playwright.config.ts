import { defineConfig } from '@playwright/test'
import { findBrowser, launchOptions } from 'slidev-addon-lectern/node'
import type { EngineName } from './scripts/engines'
import { freePort } from './lectern/tests/free-port'

// Every worker reads this file again; the environment carries the first choices to them.
const port = process.env.PREVIEW_PORT ??= String(await freePort())
const addonPort = process.env.ADDON_PREVIEW_PORT ??= String(await freePort())
const browser = process.env.TEST_BROWSER ??= await findBrowser()

export default defineConfig<object, { engineName: EngineName }>({
  forbidOnly: true,
  retries: 0,
  // Some tests open every slide; on two busy cores that takes its time.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: launchOptions(browser),
    viewport: { width: 1280, height: 720 },
    // Every test has a new browser, which would fetch the whole site: tests of the worker say that they want it.
    serviceWorkers: 'block',
  },
  webServer: [
    {
      command: `node lectern/bin/lectern.mjs preview --port ${port}`,
      url: `http://127.0.0.1:${port}`,
      reuseExistingServer: false,
    },
    {
      command: `node ../../../bin/lectern.mjs preview --port ${addonPort}`,
      cwd: 'lectern/tests/e2e/deck',
      url: `http://127.0.0.1:${addonPort}`,
      reuseExistingServer: false,
    },
  ],
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    // On a deck of its own: a slide of the talk that is written anew breaks none of these.
    { name: 'addon', testDir: 'lectern/tests/e2e', use: { baseURL: `http://127.0.0.1:${addonPort}` } },
    { name: 'decks', testDir: 'lectern/tests/decks' },
    { name: 'Firefox', testDir: 'tests/engines', use: { engineName: 'Firefox' } },
    // Its driver cannot print.
    { name: 'WebKit', testDir: 'tests/engines', testIgnore: 'print.test.ts', use: { engineName: 'WebKit' } },
    { name: 'exported files', testDir: 'tests/export', testMatch: '*.setup.ts' },
    { name: 'export', testDir: 'tests/export', dependencies: ['exported files'] },
  ],
})
