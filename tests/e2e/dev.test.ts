import { expect as baseExpect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { settled } from './deck'
import { startFreshDevServer, type DevServer } from './dev-server'

// Each module is made when it is first asked for; how fast is no matter here.
const expect = baseExpect.configure({ timeout: 60_000 })

const test = base.extend<{ server: DevServer }>({
  server: [async ({ browserName: _ }, use) => {
    const server = await startFreshDevServer()
    await use(server)
    await server.close()
  }, { timeout: 60_000 }],
})

interface Window {
  address: string
  page: Page
  /** How often it has loaded. */
  loads: number
}

async function open(context: BrowserContext, address: string, seen: (page: Page) => Locator): Promise<Window> {
  const page = await context.newPage()
  const window = { address, page, loads: 0 }
  page.on('load', () => window.loads += 1)
  await page.goto(address)
  await expect(seen(page).first()).toBeVisible()
  return window
}

test('after a fresh install nothing in the deck makes its windows load anew', async ({ context, server }) => {
  test.setTimeout(360_000)
  const headline = (page: Page) => page.getByRole('heading', { level: 1 })
  const wall = await open(context, `${server.origin}/comparison`, headline)
  const desk = await open(context, `${server.origin}/presenter/comparison`, page => page.locator('.slidev-note p'))
  const windows = [wall, desk]
  const prepared = server.dependencies()
  expect(prepared.length).toBeGreaterThan(5)

  for (const { page } of [wall, desk]) {
    await page.bringToFront()
    await settled(page)
    await expect(page.getByRole('button', { name: 'Search' })).toBeAttached()
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.getByRole('searchbox').fill('safety')
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await expect(page.locator('#slidev-goto-input')).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await expect(page.locator('.fixed.z-modal').first()).toBeVisible()
    await page.keyboard.press('Escape')
  }
  await wall.page.keyboard.press('n')
  await expect(wall.page.getByRole('complementary', { name: 'Narration' })).toBeVisible()
  for (const path of ['read', 'quotes', 'overview', 'notes'])
    windows.push(await open(context, `${server.origin}/${path}`, page => path === 'notes' ? page.locator('.slidev-note') : headline(page)))

  // And what nobody has opened yet.
  const served = await server.serveEverything()
  for (const part of [/lectern\/search\/search\.ts/, /lectern\/shell\/offline\.ts/, /client\/internals\/Goto\.vue/, /lectern\/print\/handout\.vue/])
    expect(served.some(url => part.test(url)), String(part)).toBe(true)

  // Found late, a dependency makes Vite prepare all of them again and load every window anew.
  expect(server.dependencies()).toEqual(prepared)
  expect(server.log.filter(message => /reload|dependenc(y|ies) optimized|error/i.test(message))).toEqual([])
  expect(windows.map(({ address, loads }) => [address, loads])).toEqual(windows.map(({ address }) => [address, 1]))
})
