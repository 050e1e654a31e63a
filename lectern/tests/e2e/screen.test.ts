import { expect, test } from '@playwright/test'
import { open, openSlide } from './support/pages'
import { at, expectAt, slideAt } from './support/trial'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** A slide with steps. */
const TABLE = slideAt('table')

test.describe('black and white', () => {
  for (const [key, colour] of [['b', 'rgb(0, 0, 0)'], ['.', 'rgb(0, 0, 0)'], ['w', 'rgb(255, 255, 255)'], [',', 'rgb(255, 255, 255)']] as const) {
    test(`${key} covers the wall from either window, and again shows it`, async ({ context }) => {
      const [wall, desk] = [await context.newPage(), await context.newPage()]
      await open(wall, `/${TABLE.alias}`)
      await open(desk, `/presenter/${TABLE.alias}`)
      const cover = wall.getByRole('img', { name: /^The screen is/ })
      for (const window of [desk, wall]) {
        await window.keyboard.press(key)
        await expect(cover).toHaveCSS('background-color', colour)
        expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 720 })
        await expect(desk.getByText('The audience sees')).toBeVisible()
        await window.keyboard.press(key)
        await expect(cover).toHaveCount(0)
        await expect(desk.getByText('The audience sees')).toHaveCount(0)
      }
    })
  }

  // The browser has a ground of its own for all pages then.
  test('in the system’s own colours black is black', async ({ context }) => {
    const [wall, desk] = [await context.newPage(), await context.newPage()]
    await wall.emulateMedia({ forcedColors: 'active' })
    await open(wall, `/${TABLE.alias}`)
    await open(desk, `/presenter/${TABLE.alias}`)
    await desk.keyboard.press('b')
    const cover = wall.getByRole('img', { name: /^The screen is/ })
    await expect(cover).toHaveCSS('forced-color-adjust', 'none')
    await expect(cover).toHaveCSS('background-color', 'rgb(0, 0, 0)')
  })

  // The browser puts plates of the page’s colour under words then, and these are drawn in that colour.
  test('in the system’s own colours the desk still says that the screen is black', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await open(page, `/presenter/${TABLE.alias}`)
    await page.keyboard.press('b')
    for (const told of [page.getByText('The audience sees'), page.getByRole('button', { name: 'Black' })])
      await expect(told).toHaveCSS('forced-color-adjust', 'none')
  })

  test('a key that moves, or Escape, brings the slide back and moves nothing', async ({ context }) => {
    const [wall, desk] = [await context.newPage(), await context.newPage()]
    await open(wall, `/${TABLE.alias}`)
    await open(desk, `/presenter/${TABLE.alias}`)
    const cover = wall.getByRole('img', { name: 'The screen is black' })
    for (const key of ['PageDown', 'ArrowLeft', 'Escape', 'ArrowDown']) {
      await desk.keyboard.press('b')
      await expect(cover).toBeVisible()
      await desk.keyboard.press(key)
      await expect(cover).toHaveCount(0)
      await expectAt({ alias: TABLE.alias, step: 0 }, wall, desk)
    }
    await desk.keyboard.press('PageDown')
    await expectAt({ alias: TABLE.alias, step: 1 }, wall, desk)
  })

  test('it stays over a window that is loaded anew, and a lone reader can have it too', async ({ page }) => {
    await openSlide(page, TABLE.alias!)
    await page.keyboard.press('b')
    await expect(page.getByRole('img', { name: 'The screen is black' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('img', { name: 'The screen is black' })).toBeVisible()
    await page.mouse.click(600, 300)
    await expect(page.getByRole('img', { name: 'The screen is black' })).toHaveCount(0)
    expect(at(page)).toEqual({ alias: TABLE.alias, step: 0 })
  })
})

test('z magnifies what is under the pointer, on the wall too, until Escape', async ({ context }) => {
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(wall, `/${TABLE.alias}`)
  await open(desk, `/presenter/${TABLE.alias}`)
  const { height, width, x, y } = (await desk.locator('#slide-content').boundingBox())!
  await desk.bringToFront()
  await desk.mouse.move(x + width * 0.25, y + height * 0.5)
  await desk.keyboard.press('z')
  const slideshow = wall.locator('#slideshow')
  await expect(slideshow).toHaveCSS('scale', '2')
  const origin = () => slideshow.evaluate(element => parseFloat(getComputedStyle(element).transformOrigin) / element.clientWidth)
  await expect.poll(origin).toBeCloseTo(0.25, 1)
  await desk.mouse.move(x + width * 0.75, y + height * 0.5)
  await expect.poll(origin).toBeCloseTo(0.75, 1)
  await desk.keyboard.press('Escape')
  await expect(slideshow).toHaveCSS('scale', 'none')
})
