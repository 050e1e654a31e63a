import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launchOptions, nextFreePort, UserError } from 'slidev-addon-lectern/node'
import { chromium, type Browser } from 'playwright-chromium'
import { categories, type Category, type Figures, type LighthousePage } from './measures'
import { install, runIn } from './peers/peer'

export interface Lighthouse {
  /** What Lighthouse says of a page on its slow phone, 100 at best. */
  judge: (url: string, page: LighthousePage) => Promise<Figures>
  close: () => Promise<void>
}

/**
 * Installs Lighthouse and starts a browser for it: one that Lighthouse starts would outlive Ctrl-C.
 * @throws UserError with the reason, where it cannot be had
 */
export async function openLighthouse(folder: string, browserPath: string): Promise<Lighthouse> {
  // The last that runs on Node 20.
  await install(folder, { lighthouse: '12.8.2' })
  const port = await nextFreePort(9222)
  const browser = await startForDevtools(browserPath, port)
  return {
    judge: async (url, page) => {
      const file = join(folder, 'report.json')
      await runIn(folder, 'lighthouse/cli/index.js', [
        url + page, '--port', String(port), '--only-categories', Object.keys(categories).join(','),
        '--output', 'json', '--output-path', file, '--quiet', '--no-enable-error-reporting',
      ])
      const report = JSON.parse(await readFile(file, 'utf8')) as { categories: Record<Category, { score: number | null }> }
      return Object.fromEntries(Object.entries(report.categories).map(([category, { score }]) => {
        // Where a part of it failed. That is no 0.
        if (score === null)
          throw new UserError(`${page} got no score for ${category}`)
        return [`${page} ${category}`, score * 100]
      }))
    },
    close: () => browser.close(),
  }
}

function startForDevtools(executablePath: string, port: number): Promise<Browser> {
  const options = launchOptions(executablePath)
  return chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] })
}
