import { writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { openSlide, slides } from '../e2e/deck'
import { expectShown, test } from './deck'

/** Drawings, tables, code and quotations of each kind, after their last click. */
const SHOWN = [
  'cover', 'both', 'comparison', 'wanted', 'similarities', 'concurrency', 'race', 'safety-voices', 'portability', 'recommendation',
  'decide', 'aged-rest',
]

/**
 * How much of a slide may look otherwise, in percent: Firefox draws small letters a fraction of a pixel lower (0.6 on the
 * cover), those of WebKitGTK start at whole pixels, so some lines end elsewhere. A table set too low is 8.
 */
const MOST = { Firefox: 1, WebKit: 2 }

/**
 * How much of two pictures differs, in percent: squares of 8 pixels whose mean colours are further apart than 64 of 255
 * levels. The antialiasing of letters and edges makes half of that.
 */
function difference(page: Page, pictures: readonly Buffer[]): Promise<number> {
  return page.evaluate(async (pictures) => {
    const SIDE = 8
    const FAR = 64
    const drawn = await Promise.all(pictures.map(async (picture) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), letter => letter.charCodeAt(0))]))
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
      context.drawImage(image, 0, 0)
      return context.getImageData(0, 0, image.width, image.height)
    }))
    const [{ data: one, height, width }, { data: other, height: otherHeight, width: otherWidth }] = drawn as [ImageData, ImageData]
    if (otherHeight !== height || otherWidth !== width)
      throw new Error(`${width} × ${height} and ${otherWidth} × ${otherHeight} pixels`)
    const columns = Math.ceil(width / SIDE)
    const sums = new Int32Array(columns * Math.ceil(height / SIDE) * 3)
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      const square = Math.floor(pixel / width / SIDE) * columns + Math.floor(pixel % width / SIDE)
      for (let channel = 0; channel < 3; channel += 1)
        sums[square * 3 + channel]! += one[pixel * 4 + channel]! - other[pixel * 4 + channel]!
    }
    const isFar = (square: number): boolean => sums.subarray(square * 3, square * 3 + 3).some(sum => Math.abs(sum) > FAR * SIDE * SIDE)
    const squares = Array.from({ length: sums.length / 3 }, (_, square) => square)
    return 100 * squares.filter(isFar).length / squares.length
  }, pictures.map(picture => picture.toString('base64')))
}

test('slides look as they do in Chromium', async ({ engineName, openTab, page }) => {
  const tab = await openTab('/1')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize(await tab.evaluate(() => ({ width: innerWidth, height: innerHeight })))
  for (const alias of SHOWN) {
    const step = slides.find(slide => slide.alias === alias)!.steps - 1
    await openSlide(page, alias, step)
    await tab.open(await tab.evaluate(path => location.origin + path, new URL(page.url()).pathname + new URL(page.url()).search))
    await expectShown(tab, { alias, step })
    await expect.poll(() => tab.evaluate(() => document.fonts.status === 'loaded'
      && document.getAnimations().every(({ playState }) => playState !== 'running'))).toBe(true)
    const pictures = [await page.screenshot(), await tab.picture()]
    const found = await difference(page, pictures)
    if (found > MOST[engineName])
      await Promise.all(pictures.map((body, index) => writeFile(test.info().outputPath(`${alias}-${['Chromium', engineName][index]!}.png`), body)))
    expect.soft(found, `${alias}, percent`).toBeLessThanOrEqual(MOST[engineName])
  }
})
