import { expect, test, type Page } from '@playwright/test'
import { planned } from './support/trial'

const bar = (page: Page) => page.getByRole('progressbar', { name: 'Planned time' })

/** Starts the talk at the desk and lets time go by, there and in the window of notes. */
async function openAt(page: Page, time: string): Promise<Page> {
  await page.context().clock.install({ time: 0 })
  await page.goto('/presenter/table')
  await expect(page.getByRole('timer')).toHaveText(`${planned}:00`)
  const notes = await page.context().newPage()
  await notes.goto('/notes')
  await expect(bar(notes)).toBeVisible()
  // From here on time goes by only where a test lets it: on a busy machine some seconds pass between two lines.
  await page.context().clock.pauseAt(60_000)
  await page.getByRole('button', { name: 'Start the timer' }).click()
  await page.context().clock.fastForward(time)
  return notes
}

test('in time, nothing is marked', async ({ page }) => {
  const notes = await openAt(page, `${planned - 1}:30`)
  await expect(page.getByRole('timer')).toHaveText('0:30')
  await expect(page.getByText('over time')).toHaveCount(0)
  for (const window of [page, notes])
    await expect(bar(window)).toHaveAttribute('aria-valuetext', '0:30')
})

test('over time, it says by how much and that it is over, by more than a colour', async ({ page }) => {
  const notes = await openAt(page, `${planned + 4}:17`)
  await expect(page.getByRole('timer')).toHaveText('−4:17')
  await expect(page.getByText('over time')).toBeVisible()
  for (const window of [page, notes]) {
    await expect(bar(window)).toHaveAttribute('aria-valuetext', 'Over time, −4:17')
    await expect(bar(window).locator('div')).toHaveCSS('background-image', /repeating-linear-gradient/)
    const { scrollWidth, clientWidth } = await window.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
    const { width } = (await bar(window).locator('div').boundingBox())!
    expect(Math.round(width)).toBe(1280)
  }
})

test('paused over time, it stays what it was; set back, it has all its time again', async ({ page }) => {
  await openAt(page, `${planned + 1}:00`)
  await page.getByRole('button', { name: 'Pause the timer' }).click()
  await page.context().clock.fastForward('05:00')
  await expect(page.getByRole('timer')).toHaveText('−1:00')
  await page.getByRole('button', { name: 'Set the timer back' }).click()
  await expect(page.getByRole('timer')).toHaveText(`${planned}:00`)
  await expect(page.getByText('over time')).toHaveCount(0)
})
