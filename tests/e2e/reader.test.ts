import { expect, test } from '@playwright/test'
import { pageNames } from './deck'

for (const width of [390, 1280]) {
  for (const address of pageNames.map(name => `/${name}/`)) {
    test(`nothing jumps when the script of ${address} has come, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      // How much they move lines depends on the fonts of the machine.
      await page.route('**/*.woff2', route => route.abort())
      await page.goto(address)
      await expect(page.getByRole('button', { name: /^Colours/ })).toBeVisible()
      const moved = await page.evaluate(() => new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver(list => list.getEntries().forEach(shift => sum += (shift as unknown as { value: number }).value))
          .observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }))
      // What browsers call good is 0.1.
      expect(moved).toBeLessThan(0.05)
    })
  }
}
