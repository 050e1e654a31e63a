import { expect, test, type Page } from '@playwright/test'
import { findViolations } from './support/axe'
import { DevServer } from './support/devServer'
import { open } from './support/pages'
import { at, deckFolder, slides } from './support/trial'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const check = (page: Page, id: string) => page.locator(`[data-check=${id}]`)

async function openPreflight(page: Page, address = '/preflight'): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('status')).toContainText('passed')
}

test('says what passed, what failed, and what only the speaker can see', async ({ page }) => {
  await openPreflight(page)
  await expect(page).toHaveTitle(/^Before the talk/)
  const told = slides.filter(({ cuts }) => cuts.length > 0)
  await expect(check(page, 'notes')).toContainText(`${told.length} slides, 30:00 planned, the clock counts 30:00`)
  await expect(check(page, 'notes')).toContainText('Passed')
  await expect(check(page, 'windows')).toContainText('Failed')
  await expect(check(page, 'room')).toContainText('Look yourself')
  await expect(check(page, 'pdf')).toContainText('None was found')
  await expect(page.getByRole('status')).toHaveText(/^\d+ passed, \d+ failed, \d+ to look at$/)
})

// The browser puts plates of the page’s colour under words then, and this one is drawn in that colour.
test('in the system’s own colours the mark of what failed is seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openPreflight(page)
  await expect(check(page, 'windows').locator('.mark')).toHaveCSS('forced-color-adjust', 'none')
})

test('another window of the talk answers, and is not moved; this page in another tab is none', async ({ context, page }) => {
  await openPreflight(await context.newPage())
  const wall = await context.newPage()
  await open(wall, '/table?clicks=2')
  await openPreflight(page)
  await expect(check(page, 'windows')).toContainText('1 other window of the talk answered')
  expect(at(wall)).toEqual({ alias: 'table', step: 2 })
  await wall.close()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(check(page, 'windows')).toContainText('No other window')
})

test('each button of a clicker is named, and moves nothing', async ({ context, page }) => {
  const wall = await context.newPage()
  await open(wall, '/table')
  await openPreflight(page)
  await page.bringToFront()
  for (const key of ['PageDown', '.', 'F5', 'PageUp'])
    await page.keyboard.press(key)
  await expect(check(page, 'clicker')).toContainText('PageDown: next; .: black; F5: nothing, while the clock runs; PageUp: back')
  await expect(check(page, 'clicker')).toContainText('Passed')
  expect(at(wall)).toEqual({ alias: 'table', step: 0 })
  await expect(page).toHaveURL('/preflight')
})

test('its end is in reach of the keys that are tried, too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 })
  await openPreflight(page)
  for (let i = 0; i < 8; i += 1)
    await page.keyboard.press('PageDown')
  await expect(check(page, 'room')).toBeInViewport()
})

test('a blocked storage is a failure that says what to do', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
  }))
  await openPreflight(page)
  await expect(check(page, 'browser')).toContainText('Failed')
  await expect(check(page, 'browser')).toContainText('Allow storage')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1280, 720], [390, 844]] as const) {
    test(`axe finds nothing, and nothing is cut, ${colorScheme}, ${width} × ${height}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await openPreflight(page)
      expect(await findViolations(page)).toEqual([])
      const sizes = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('main')!.scrollWidth])
      expect(Math.max(...sizes)).toBeLessThanOrEqual(width)
    })
  }
}

test('lectern dev --check prints its address, and knows the files and the remote control', async ({ page }) => {
  test.setTimeout(120_000)
  const server = await new DevServer(deckFolder, ['--check', '--remote']).start()
  try {
    const address = `${server.address('localhost')}/preflight`
    await expect.poll(() => server.said).toContain(address)
    await openPreflight(page, address)
    await expect(check(page, 'offline')).toContainText('The slides come from this machine')
    await expect(check(page, 'pdf')).toContainText('Export the slides')
    await expect(check(page, 'remote')).toContainText(/Answers at|No address of this machine answers/)
  }
  finally {
    await server.stop()
  }
})

test('printed from a low window, it is whole', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 })
  await openPreflight(page)
  const squeeze = (text: string) => text.replace(/\s+/g, '')
  const found = await page.locator('[data-check] p').allInnerTexts()
  expect(found.length).toBeGreaterThan(5)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise
  const sheets = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) =>
    (await (await pdf.getPage(index + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
  for (const words of found)
    expect.soft(squeeze(sheets.join(''))).toContain(squeeze(words))
})
