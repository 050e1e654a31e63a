import { expect, test, type Page } from '@playwright/test'
import { open, trailOf } from './support/pages'
import { expectRunning, HURRIES, hurry, startTimer } from './support/stage'
import { expectAt } from './support/trial'

const COVER = { alias: 'cover', step: 0 }
const TABLE = { alias: 'table', step: 1 }
const ON = { alias: 'table', step: 2 }

/** Goes a step on at one window; once the others have followed, all that was sent before has arrived too. */
async function stepOn(leader: Page, ...others: Page[]): Promise<void> {
  await leader.keyboard.press('ArrowRight')
  await expectAt(ON, leader, ...others)
}

test('opening and loading anew move nothing, and the clock goes on', async ({ context }) => {
  const [wall, desk, tab] = [await context.newPage(), await context.newPage(), await context.newPage()]
  await open(wall, '/table?clicks=1')
  const trail = trailOf(wall)
  await open(desk, '/presenter/table')
  await expectAt(TABLE, desk)
  await startTimer(desk)

  await open(desk, '/presenter/table')
  await expectAt(TABLE, desk)
  await expectRunning(desk)
  for (const address of ['/overview/', '/read/', '/glossary/', '/'])
    await tab.goto(address)
  await expectAt(TABLE, tab)
  await stepOn(desk, wall, tab)
  expect(trail).toEqual(['/table?clicks=2'])
  await wall.reload()
  await open(desk, '/presenter/1')
  await expectAt(ON, wall, desk)
  await expectRunning(desk)
})

test('a desk that is loaded anew alone keeps its place and its clock', async ({ page }) => {
  await open(page, '/presenter/table?clicks=1')
  await startTimer(page)
  await page.reload()
  await expectRunning(page)
  await expectAt(TABLE, page)
})

test('a clock that is paused at one desk runs on at the other', async ({ context }) => {
  const [desk, phone] = [await context.newPage(), await context.newPage()]
  await phone.setViewportSize({ width: 390, height: 844 })
  await open(desk, '/presenter/1')
  await open(phone, '/presenter/1')
  await startTimer(desk)
  await desk.getByRole('button', { name: 'Pause the timer' }).click()
  await phone.getByRole('button', { name: 'Start the timer' }).click()
  await expectRunning(desk)
  const before = await desk.getByRole('timer').innerText()
  await expect(desk.getByRole('timer')).not.toHaveText(before)
})

for (const [name, keys] of [['on', HURRIES[0]!], ['on and back', HURRIES[1]!]] as const) {
  test(`every press counts, 15 steps ${name} at 120 ms`, async ({ context }) => {
    const [wall, desk] = [await context.newPage(), await context.newPage()]
    await open(wall, '/')
    await open(desk, '/presenter/1')
    await expectAt(await hurry(desk, COVER, keys), desk, wall)
  })
}

test('under another name than localhost either side leads, and all go to one place', async ({ baseURL, launchOptions, playwright }) => {
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...launchOptions.args ?? [], '--host-resolver-rules=MAP deck.test 127.0.0.1'] })
  const context = await browser.newContext({ baseURL: baseURL!.replace('127.0.0.1', 'deck.test') })
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(wall, '/table?clicks=1')
  await open(desk, '/presenter/table')
  await stepOn(wall, desk)
  await desk.keyboard.press('ArrowLeft')
  await expectAt(TABLE, desk, wall)
  await browser.close()
})

test('a wall that the browser has put to sleep catches up within a second', async ({ context }) => {
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(wall, '/')
  await open(desk, '/presenter/1')
  const session = await context.newCDPSession(wall)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  const place = await hurry(desk, COVER, HURRIES[0]!)
  await expectAt(place, desk)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await expect.poll(() => new URL(wall.url()).pathname, { timeout: 1000 }).toBe(`/${place.alias}`)
  await expectAt(place, wall)
})

test('a wall whose timers and frames stand still follows', async ({ context }) => {
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(wall, '/')
  await open(desk, '/presenter/1')
  // As a browser may do with a tab in the background.
  await wall.evaluate(() => {
    window.setTimeout = (() => 0) as unknown as typeof setTimeout
    window.requestAnimationFrame = () => 0
  })
  await expectAt(await hurry(desk, COVER, HURRIES[0]!), desk, wall)
})

test('tabs of a reader are independent until a presenter view leads them, and again after it', async ({ context }) => {
  const [one, other, desk] = [await context.newPage(), await context.newPage(), await context.newPage()]
  await open(one, '/table?clicks=1')
  await open(other, '/')
  const trail = trailOf(other)
  await one.keyboard.press('ArrowRight')
  await expectAt(ON, one)
  await open(desk, '/presenter/1')
  await expectAt(ON, desk)
  expect(trail).toEqual([])
  await desk.keyboard.press('ArrowLeft')
  await expectAt(TABLE, one, other, desk)
  await desk.close({ runBeforeUnload: true })
  await expect.poll(() => desk.isClosed()).toBe(true)
  trail.length = 0
  await one.keyboard.press('ArrowRight')
  await expectAt(ON, one)
  await open(await context.newPage(), '/presenter/1')
  expect(trail).toEqual([])
})

test('the pointer of the desk shows on the wall', async ({ context }) => {
  const [wall, desk] = [await context.newPage(), await context.newPage()]
  await open(wall, '/')
  await open(desk, '/presenter/1')
  await desk.bringToFront()
  await desk.locator('#slideshow').hover({ position: { x: 200, y: 100 } })
  await expect(wall.locator('svg.stroke-white')).toBeVisible()
})
