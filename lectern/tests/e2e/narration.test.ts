import { expect, test, type Page, type Route } from '@playwright/test'
import { findViolations } from './support/axe'
import { openSlide, pressAndGo, settled } from './support/pages'
import { at, slideAt, slides } from './support/trial'

const panel = (page: Page) => page.getByRole('complementary', { name: 'Narration' })
const toggle = (page: Page) => page.getByRole('button', { name: 'Narration', exact: true })

/** A slide with one paragraph a step. */
const EXAMPLE = slideAt('table')
const NEXT = slides[EXAMPLE.no]!

async function boxOf(page: Page, selector: string) {
  return (await page.locator(selector).boundingBox())!
}

test('is closed at first, opens by key and button, and is remembered', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await expect(panel(page)).toHaveCount(0)
  await page.keyboard.press('n')
  await expect(panel(page)).toBeVisible()
  await page.reload()
  await expect(panel(page)).toBeVisible()
  await toggle(page).press('Enter')
  await expect(panel(page)).toHaveCount(0)
  await page.reload()
  await settled(page)
  await expect(panel(page)).toHaveCount(0)
})

test('while its panel is on its way, nothing refers to it', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  let held: Route | undefined
  await page.route(/NarrationPanel-.*\.js$/, route => void (held = route))
  await page.keyboard.press('n')
  await expect(toggle(page)).toHaveAttribute('aria-expanded', 'true')
  await expect.poll(() => held).toBeDefined()
  expect(await findViolations(page)).toEqual([])
  await held!.continue()
  await expect(panel(page)).toBeVisible()
  await expect(toggle(page)).toHaveAttribute('aria-controls', 'narration')
})

test('follows slide and step', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.press('n')
  const current = panel(page).locator('[aria-current=step]')
  await expect(current).toHaveText(/^Let us begin with nothing at all/)
  await pressAndGo(page, 'ArrowRight')
  await expect(current).toHaveText(/^\s*The apples come first/)
  await pressAndGo(page, 'ArrowDown')
  await expect(panel(page)).toContainText('That was the table')
  await expect(current).toHaveCount(0)
})

test('reads as prose: no stage direction, answers and sources apart', async ({ page }) => {
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.press('n')
  await expect(panel(page)).not.toContainText('Point at')
  await expect(panel(page).getByRole('term')).toHaveText(['If asked', 'Sources'])
  await expect(panel(page)).not.toContainText('[click]')
})

for (const [width, height] of [[1280, 720], [1920, 1080], [768, 1024], [390, 844], [844, 390]] as const) {
  test(`leaves the slide and the controls uncovered at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openSlide(page, EXAMPLE.alias!)
    await page.keyboard.press('n')
    await expect(panel(page)).toBeVisible()
    await page.mouse.move(20, height - 20)
    // The slide has found its new scale.
    await expect.poll(async () => {
      const [slide, room, narration] = await Promise.all(['#slide-content', '#slide-container', '#narration'].map(id => boxOf(page, id)))
      return slide!.width <= room!.width + 1 && slide!.height <= room!.height + 1
        && (narration!.x >= slide!.x + slide!.width - 1 || narration!.y >= slide!.y + slide!.height - 1)
    }).toBe(true)
    const [slide, controls, narration] = await Promise.all(['#slide-content', '#controls', '#narration'].map(id => boxOf(page, id)))
    const apart = (a: typeof slide, b: typeof slide) =>
      a!.x + a!.width <= b!.x + 1 || b!.x + b!.width <= a!.x + 1 || a!.y + a!.height <= b!.y + 1 || b!.y + b!.height <= a!.y + 1
    expect(apart(controls, narration)).toBe(true)
    if (height > width)
      expect(apart(slide, controls)).toBe(true)
    expect(narration!.x + narration!.width).toBeLessThanOrEqual(width)
    expect(narration!.y + narration!.height).toBeLessThanOrEqual(height)
  })
}

test('scrolls by keyboard while it has the focus, and still turns the slides', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 })
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.press('n')
  await panel(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => panel(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 0 })
  await pressAndGo(page, 'ArrowRight')
  expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await pressAndGo(page, 'ArrowDown')
  expect(at(page).alias).toBe(NEXT.alias)
})

test('is nowhere but on the slides', async ({ page }) => {
  test.setTimeout(60_000)
  await openSlide(page, EXAMPLE.alias!)
  await page.keyboard.press('n')
  await expect(panel(page)).toBeVisible()
  for (const address of [`/presenter/${EXAMPLE.alias}`, '/overview', '/print?print=true&range=4', '/handout?range=4', `/${EXAMPLE.alias}?embedded=true`]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: EXAMPLE.title }).first()).toBeAttached({ timeout: 15_000 })
    await page.keyboard.press('n')
    await expect(panel(page), address).toHaveCount(0)
  }
})
