import { expect, test, type Page } from '@playwright/test'
import { open } from './support/pages'

const strokes = (page: Page) => page.locator('#slide-content > svg.absolute > *')

/** Draws a line across the slide. */
async function draw(page: Page) {
  const { height, width, x, y } = (await page.locator('#slide-content').boundingBox())!
  await page.mouse.move(x + width * 0.3, y + height * 0.4)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.6, y + height * 0.6, { steps: 8 })
  await page.mouse.up()
}

test('what is drawn is undone and done again, stays on its slide, and is in the other windows', async ({ context }) => {
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(wall, '/table')
  await open(desk, '/presenter/table')
  await desk.bringToFront()
  await desk.getByRole('button', { name: 'Show drawing toolbar' }).press('Enter')
  await draw(desk)
  await expect(strokes(desk)).toHaveCount(1)
  await expect(strokes(wall)).toHaveCount(1)
  await desk.keyboard.press('Control+z')
  await expect(strokes(desk)).toHaveCount(0)
  await desk.keyboard.press('Control+Shift+z')
  await expect(strokes(desk)).toHaveCount(1)

  // Keys of the slides rest while a button has the focus.
  await desk.evaluate(() => (document.activeElement as HTMLElement).blur())
  await desk.keyboard.press('ArrowDown')
  await expect(desk).not.toHaveURL(/table/)
  await expect(strokes(desk)).toHaveCount(0)
  await expect(strokes(wall)).toHaveCount(0)
  await desk.keyboard.press('ArrowUp')
  await expect(strokes(desk)).toHaveCount(1)
  await expect(strokes(wall)).toHaveCount(1)
})
