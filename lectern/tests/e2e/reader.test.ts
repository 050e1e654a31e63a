import { expect, test, type Locator, type Page } from '@playwright/test'
import { openSlide, watchForTrouble } from './support/pages'
import { slideAt, slides } from './support/trial'

test.describe.configure({ mode: 'parallel' })

const status = (page: Page): Locator => page.locator('[data-tool="status"]')
const theme = (page: Page): Locator => page.getByRole('button', { name: /^Colours/ })
const offer = (page: Page): Locator => page.locator('[data-tool="place"]')
const current = (page: Page): Locator => page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current]')
const ground = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color)

/** The tools are there once the script is. */
async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(theme(page)).toBeVisible()
}

async function readUpTo(page: Page, alias: string): Promise<void> {
  await page.locator(`#${alias}`).evaluate(part => part.scrollIntoView())
  await expect(current(page)).toHaveAttribute('href', `#${alias}`)
}

test('copies the whole address of a part', async ({ baseURL, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openPage(page, '/read/')
  const link = page.locator('#table').getByRole('link', { name: 'Link to this part' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/read/#table`)
  await expect(page).toHaveURL('/read/')
  await expect(page.locator('#table [data-copy-link]').first()).not.toHaveText('Link copied')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('has plain links and no tools', async ({ page }) => {
    await page.goto('/read/')
    await expect(theme(page)).toHaveCount(0)
    await expect(offer(page)).toBeHidden()
    await page.locator('#table').getByRole('link', { name: 'Link to this part' }).click()
    await expect(page).toHaveURL('/read/#table')
  })

  test.describe('in the dark', () => {
    test.use({ colorScheme: 'dark' })

    test('follows the system', async ({ page }) => {
      await page.goto('/glossary/')
      expect(await page.locator('html').evaluate(html => getComputedStyle(html).backgroundColor)).toBe('rgb(18, 22, 28)')
    })
  })
})

test('the colours go round, are kept, and hold on the slides too', async ({ page }) => {
  await openPage(page, '/read/')
  const light = await ground(page)
  await expect(theme(page)).toHaveAccessibleName('Colours: auto')
  await theme(page).press('Enter')
  await expect(theme(page)).toHaveAccessibleName('Colours: light')
  await theme(page).press('Enter')
  await expect(theme(page)).toHaveAccessibleName('Colours: dark')
  await expect(status(page)).toHaveText('Colours: dark')
  const dark = await ground(page)
  expect(dark).not.toBe(light)

  await openPage(page, '/glossary/')
  expect(await ground(page)).toBe(dark)
  await openSlide(page, 'second')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.keyboard.press('d')
  await expect(page.locator('html')).toHaveClass(/light/)

  await openPage(page, '/read/')
  expect(await ground(page)).toBe(light)
})

test('follows the colours chosen in another window', async ({ context, page }) => {
  await openPage(page, '/read/')
  const other = await context.newPage()
  await openPage(other, '/glossary/')
  await theme(other).click()
  await theme(other).click()
  await expect(theme(page)).toHaveAccessibleName('Colours: dark')
})

test('marks in the contents what is read', async ({ page }) => {
  await openPage(page, '/read/')
  await readUpTo(page, 'table')
  await readUpTo(page, 'steps')
  await expect(current(page)).toHaveCount(1)
})

test('offers to go on where one stopped, and never forces it', async ({ page }) => {
  await openPage(page, '/read/')
  await expect(offer(page)).toBeHidden()
  await readUpTo(page, 'table')

  await page.goto('about:blank')
  await openPage(page, '/read/')
  await expect(offer(page)).toBeVisible()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  const link = offer(page).getByRole('link', { name: slideAt('table').title })
  await link.click()
  await expect(page.locator('#table')).toBeInViewport()
  await expect(offer(page)).toBeHidden()

  await page.goto('about:blank')
  await openPage(page, '/read/')
  await offer(page).getByRole('button', { name: 'Not now' }).click()
  await expect(offer(page)).toBeHidden()

  await page.goto('about:blank')
  await openPage(page, '/read/#steps')
  await expect(page.locator('#steps')).toBeInViewport()
  await expect(offer(page)).toBeHidden()
})

test('asks nothing of whoever has read to the end', async ({ page }) => {
  await openPage(page, '/read/')
  await readUpTo(page, 'table')
  await readUpTo(page, slides.at(-1)!.alias!)
  await page.goto('about:blank')
  await openPage(page, '/read/')
  await expect(offer(page)).toBeHidden()
})

test('leaves the arrow keys to the reader', async ({ page }) => {
  await openPage(page, '/read/')
  for (const key of ['ArrowRight', 'ArrowLeft', 'Space', 'PageDown', 'ArrowDown'])
    await page.keyboard.press(key)
  await expect(page).toHaveURL('/read/')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

for (const [name, spoil] of [
  ['blocked', () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  }],
  ['full', () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  }],
] as const) {
  test(`works with its storage ${name}`, async ({ baseURL, page }) => {
    const trouble = watchForTrouble(page, baseURL!)
    await page.addInitScript(spoil)
    await openPage(page, '/read/')
    await theme(page).click()
    await theme(page).click()
    await expect(page.locator('html')).toHaveClass(/dark/)
    await readUpTo(page, 'table')
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    expect(trouble).toEqual([])
  })
}

test('loads no slides and no more than it needs', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script')
      scripts.push(new URL(request.url()).pathname)
  })
  await openPage(page, '/read/')
  expect(scripts).not.toEqual([])
  // Its own script, and what keeps the site for use without a network.
  expect(scripts.filter(path => !/^\/assets\/reader\/(entry|workbox-window)/.test(path))).toEqual([])
})

for (const width of [390, 1280]) {
  for (const address of ['/read/', '/glossary/']) {
    test(`nothing jumps when the script of ${address} has come, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      // How much they move lines depends on the fonts of the machine.
      await page.route('**/*.woff2', route => route.abort())
      await openPage(page, address)
      const moved = await page.evaluate(() => new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver(list => list.getEntries().forEach(shift => sum += (shift as unknown as { value: number }).value))
          .observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }))
      // What browsers call good is 0.1.
      expect(moved).toBeLessThan(0.05)
    })
  }
}
