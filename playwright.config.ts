import { defineConfig } from '@playwright/test'
import { findBrowser, launchOptions } from './scripts/browser'

const port = 4317

export default defineConfig({
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: launchOptions(await findBrowser()),
    viewport: { width: 1280, height: 720 },
  },
  webServer: {
    command: `node --import tsx scripts/preview.ts --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'export', testDir: 'tests/export' },
  ],
})
