import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { findViolations } from './support/axe'
import { DevServer } from './support/devServer'
import { open } from './support/pages'
import { deckFolder, expectAt } from './support/trial'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const NOON = new Date(2026, 10, 28, 12, 0)
const times = (page: Page) => page.getByRole('dialog', { name: /^Times of the run/ })
const row = (page: Page, title: string) => times(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: title, exact: true }) })

/** Tells the first two slides, 95 seconds and 2 minutes long, and stops the clock at the third of the talk. */
async function rehearse(page: Page): Promise<void> {
  await page.clock.install({ time: NOON })
  await open(page, '/presenter/1')
  await page.clock.pauseAt(new Date(NOON.getTime() + 60_000))
  const press = async (key: string) => {
    await page.keyboard.press(key, { delay: 20 })
    await page.clock.runFor(500)
  }
  await page.getByRole('button', { name: 'Start the timer' }).click()
  await page.clock.runFor(95_000)
  await press('PageDown')
  await expectAt({ alias: 'second', step: 0 }, page)
  await page.clock.runFor(119_500)
  await press('PageDown')
  await expectAt({ alias: 'table', step: 0 }, page)
  await page.clock.runFor(1000)
  await page.getByRole('button', { name: 'Pause the timer' }).click()
  await page.getByRole('button', { name: 'Times' }).click()
  await page.clock.runFor(500)
  await expect(times(page)).toBeVisible()
}

test('a run is told slide by slide beside its plan, kept, and forgotten when asked', async ({ page }) => {
  await rehearse(page)
  await expect(row(page, 'A deck to try the addon with')).toHaveText(/1:00\s*1:3[56]\s*\+0:3[56]\s*1\.5/)
  await expect(row(page, 'The second slide is a plain one')).toHaveText(/2:00\s*(?:2:00|1:59)\s*(?:0:00|−0:01)\s*2/)
  await expect(row(page, 'The end of the talk')).toHaveText(/3:00\s*–\s*–\s*–/)
  await expect(times(page).getByRole('row').last()).toHaveText(/3 of 11 slides shown\s*6:00\s*3:3[678]\s*−2:2[234]/)
  await page.clock.resume()
  expect(await findViolations(page, { scope: 'dialog' })).toEqual([])
  // Keys belong to the table while it is open.
  await page.keyboard.press('PageDown')
  await expectAt({ alias: 'table', step: 0 }, page)
  // A built site has no source.
  await expect(times(page).getByRole('button', { name: /source/ })).toHaveCount(0)
  const saved = page.waitForEvent('download')
  await times(page).getByRole('link', { name: 'Save as a table' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('trial-times.csv')
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^slide,title,planned,took,minutes\r\ncover,A deck to try the addon with,60,9[56],1\.5\r\n/)

  await times(page).getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Times' }).click()
  await times(page).getByRole('button', { name: 'Forget this run' }).click()
  await expect(times(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Times' })).toHaveCount(0)
})

test('in development the new minutes are shown first, and written when asked', async ({ page }) => {
  test.setTimeout(150_000)
  const folder = await mkdtemp(join(deckFolder, '../.rehearsal-'))
  await cp(deckFolder, folder, { recursive: true, filter: path => !path.startsWith(join(deckFolder, 'dist')) })
  const source = join(folder, 'slides.md')
  const before = await readFile(source, 'utf8')
  const server = new DevServer(folder)
  try {
    const origin = (await server.start()).address()
    const run = { began: NOON.getTime(), visits: [{ name: 'cover', at: 0 }, { name: 'second', at: 95 }, { name: 'table', at: 215 }], until: 216 }
    await page.addInitScript(run => localStorage.setItem('trial:rehearsal', run), JSON.stringify(run))
    await open(page, `${origin}/presenter/1`, 60_000)
    await page.getByRole('button', { name: 'Times' }).click()
    await times(page).getByRole('button', { name: 'Show what would change in the source' }).click()
    await expect(times(page).locator('pre')).toHaveText(/slides\.md:\d+\s+- minutes: 1\s+\+ minutes: 1\.5/)
    expect(await readFile(source, 'utf8')).toBe(before)
    await times(page).getByRole('button', { name: 'Write it' }).click()
    await expect.poll(() => readFile(source, 'utf8')).toBe(before.replace('\nminutes: 1\n', '\nminutes: 1.5\n'))

    // Pages of other sites cannot: a browser asks before it sends this type, and gets no leave.
    const foreign = await fetch(`${origin}/@lectern/minutes`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{"minutes":{"cover":9},"write":true}' })
    expect(foreign.status).toBe(403)
    const neighbour = await fetch(`${origin}/@lectern/minutes`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Origin': 'http://localhost:1' }, body: '{"minutes":{"cover":9},"write":true}' })
    expect(neighbour.status).toBe(403)
    const wrong = await fetch(`${origin}/@lectern/minutes`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"minutes":{"cover":"all"},"write":true}' })
    expect(wrong.status).toBe(400)
    expect(await readFile(source, 'utf8')).not.toContain('minutes: 9')
  }
  finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
})
