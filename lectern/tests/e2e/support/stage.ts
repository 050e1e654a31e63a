import { expect, type Page } from '@playwright/test'
import { planned, slides, states, talk, type State } from './deck'

/** Where a window is, presenter view or not, by its address. */
export function at(page: Pick<Page, 'url'>): State {
  const { pathname, searchParams } = new URL(page.url())
  const place = pathname.replace(/^\/presenter/, '').replaceAll('/', '')
  const slide = slides.find(({ alias, no }) => place === alias || place === String(no))
  return { alias: slide?.alias, step: Number(searchParams.get('clicks') ?? 0) }
}

/** Waits until all these windows are at one place. */
export async function expectAt(place: State, ...pages: Page[]): Promise<void> {
  await expect.poll(() => pages.map(at), { intervals: [20, 40, 80, 160, 320] }).toEqual(pages.map(() => place))
}

/** Opens an address of slides or the presenter view, and waits until the slide is there. */
export async function open(page: Page, address: string, timeout = 20_000): Promise<void> {
  await page.goto(address, { timeout })
  await expect(page.locator('#slideshow h1:visible').first()).toBeVisible({ timeout })
}

/** Every place that a window goes to from now on. */
export function trailOf(page: Page): string[] {
  const trail: string[] = []
  page.on('framenavigated', frame => frame === page.mainFrame() && trail.push(new URL(page.url()).pathname + new URL(page.url()).search))
  return trail
}

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
