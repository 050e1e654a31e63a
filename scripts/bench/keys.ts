import type { Browser } from 'playwright-chromium'
import { median } from '../../data/lab'
import type { Tool } from './tool'

/** Fewer than every deck has slides. */
const presses = 16

/**
 * Milliseconds from the key to the end of the first frame in which a part of another slide can be seen. What fades or
 * slides in counts from its first trace on: how long a tool makes a change last is its taste.
 */
export async function measureKey(browser: Browser, url: string, { nextKey, slides }: Pick<Tool, 'nextKey' | 'slides'>): Promise<number> {
  const page = await browser.newPage()
  try {
    await page.goto(url, { waitUntil: 'networkidle' })
    const times: number[] = []
    for (let index = 0; index < presses; index += 1) {
      await page.evaluate(selector => addEventListener('keydown', async (event) => {
        let before: Element[] | undefined
        for (;;) {
          const seen = Array.from(document.querySelectorAll(selector)).filter((slide) => {
            const { bottom, left, right, top } = slide.getBoundingClientRect()
            return slide.checkVisibility({ opacityProperty: true, visibilityProperty: true })
              && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
          })
          // The first look is before the tool hears of the key.
          before ??= seen
          if (seen.some(slide => !before!.includes(slide)))
            break
          // An observer of sizes is called at its start, in the next frame: after all that scripts do in it, before it is painted.
          await new Promise<void>(resolve => requestAnimationFrame(() => new ResizeObserver((_, observer) => {
            observer.disconnect()
            resolve()
          }).observe(document.documentElement)))
        }
        await new Promise(resolve => setTimeout(resolve))
        performance.measure('painted', { start: event.timeStamp })
      }, { once: true, capture: true }), slides)
      await page.keyboard.press(nextKey)
      const time = await page.waitForFunction(count => performance.getEntriesByName('painted')[count]?.duration, index, { timeout: 10_000 })
      times.push(await time.jsonValue() ?? Number.NaN)
      // Whatever moves has come to rest.
      await page.waitForTimeout(1000)
    }
    return median(times)
  }
  finally {
    await page.close()
  }
}
