import { expect } from '@playwright/test'
import { HURRIES } from '../../lectern/tests/e2e/support/stage'
import { planned, talk } from '../e2e/deck'
import { expectShown, test } from './deck'
import type { Tab } from './webdriver'

const RUNNING = new RegExp(`^${planned - 1}:`)
const clockOf = (desk: Tab): Promise<string | undefined> =>
  desk.evaluate(() => document.querySelector<HTMLElement>('[role=timer]')?.innerText)
const click = (tab: Tab, name: string): Promise<void> =>
  tab.evaluate(label => document.querySelector<HTMLElement>(`[aria-label="${label}"], [title="${label}"]`)!.click(), name)

test('a wall that another tab hides has caught up within a second of being shown', async ({ engineName, openTab }) => {
  const wall = await openTab('/')
  await expectShown(wall, talk[0]!)
  await wall.evaluate(() => {
    document.addEventListener('visibilitychange', () => document.documentElement.dataset.was = document.visibilityState)
  })
  const desk = await openTab('/presenter/1')
  await expectShown(desk, talk[0]!)
  await desk.press(HURRIES[0]!, 120)
  await expectShown(desk, talk[HURRIES[0]!.length]!)
  await wall.show()
  await expectShown(wall, talk[HURRIES[0]!.length]!, 1000)
  // WebKit’s test browser has no tabs that can be brought to the front: there the wall is a window, in sight all the time.
  if (engineName === 'Firefox')
    await expect.poll(() => wall.evaluate(() => document.documentElement.dataset.was)).toBe('visible')
})

test('150 presses in a row arrive, the page stays and the clock goes on', async ({ openTab }) => {
  const desk = await openTab('/presenter/1')
  await expectShown(desk, talk[0]!)
  await click(desk, 'Start the timer')
  await expect.poll(() => clockOf(desk)).toMatch(RUNNING)
  await desk.evaluate(() => document.documentElement.dataset.mark = 'the same page')
  const STEPS = ['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowLeft', 'ArrowRight']
  // By the page itself: told one by one from outside, they would come too slowly for the limits that browsers have.
  await desk.evaluate((steps) => {
    let count = 0
    const timer = setInterval(() => {
      for (const type of ['keydown', 'keyup'])
        document.body.dispatchEvent(new KeyboardEvent(type, { key: steps[count % steps.length]!, bubbles: true }))
      document.documentElement.dataset.presses = String(++count)
      if (count === 150)
        clearInterval(timer)
    }, 73)
  }, STEPS)
  await expect.poll(() => desk.evaluate(() => document.documentElement.dataset.presses), { timeout: 60_000 }).toBe('150')
  await expectShown(desk, talk[30]!)
  expect(await desk.evaluate(() => document.documentElement.dataset.mark)).toBe('the same page')
  const before = await clockOf(desk)
  expect(before).toMatch(RUNNING)
  await expect.poll(() => clockOf(desk)).not.toBe(before)
  await desk.reload()
  await expectShown(desk, talk[30]!)
})
