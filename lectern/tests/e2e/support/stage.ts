import { expect, type Page } from '@playwright/test'
import type { State } from './places'
import { planned, states, talk } from './trial'

/** Presses keys as fast as a hurried speaker does. @returns where they lead from a state of the talk */
export async function hurry(page: Page, from: State, keys: readonly string[]): Promise<State> {
  for (const key of keys)
    await page.keyboard.press(key, { delay: 120 })
  const way = new URL(page.url()).pathname.startsWith('/presenter') ? talk : states
  const start = way.findIndex(({ alias, step }) => alias === from.alias && step === from.step)
  return way[start + keys.reduce((sum, key) => sum + (key === 'ArrowRight' ? 1 : -1), 0)]!
}

const RIGHT = 'ArrowRight'
const LEFT = 'ArrowLeft'
/** Fifteen steps on, and ten steps on with five back. */
export const HURRIES = [Array<string>(15).fill(RIGHT), Array.from({ length: 15 }, (_, index) => index % 3 === 2 ? LEFT : RIGHT)]

/** The clock of a presenter view runs and has run before. */
export async function expectRunning(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Pause the timer' })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(new RegExp(`^${planned - 1}:[0-5]\\d$`))
}

export async function startTimer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the timer' }).click()
  await expectRunning(page)
}
