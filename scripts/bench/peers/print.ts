import { join } from 'node:path'
import { launchBrowser } from 'slidev-addon-lectern/node'
import type { Workshop } from './peer'

/**
 * Prints slides that have no program for it: somebody opens them in a browser, in the form that they have for paper.
 * @param ready selects what is there once they have that form
 */
export async function printInBrowser({ browserPath, folder }: Workshop, url: string, ready: string): Promise<string> {
  // One of its own, since other tools start theirs too.
  const browser = await launchBrowser(browserPath)
  try {
    const page = await browser.newPage()
    await page.goto(url, { waitUntil: 'load' })
    await page.locator(ready).first().waitFor({ state: 'attached' })
    const path = join(folder, 'slides.pdf')
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true })
    return path
  }
  finally {
    await browser.close()
  }
}
