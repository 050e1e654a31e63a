import { expect, test, type Page } from '@playwright/test'
import { expectSlide, openSlide, pressAndGo, settled, watchForTrouble } from './support/pages'
import { at, slideAt, slides } from './support/trial'

const EXAMPLE = slideAt('steps')
const notice = (page: Page) => page.getByRole('complementary', { name: 'Notice' })

async function leaveAtExample(page: Page): Promise<void> {
  await openSlide(page, EXAMPLE.alias!)
  await pressAndGo(page, 'ArrowRight')
}

test('a reader who comes back is offered the place', async ({ page }) => {
  await leaveAtExample(page)
  await page.goto('/')
  await expectSlide(page, slides[0]!)
  await expect(notice(page)).toContainText(`slide ${EXAMPLE.no}: ${EXAMPLE.title}`)
  await notice(page).getByRole('button', { name: `Continue at slide ${EXAMPLE.no}` }).press('Enter')
  await expectSlide(page, EXAMPLE)
  expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
  await expect(notice(page)).toHaveCount(0)
})

test('the offer goes when it is declined, or when the reader goes on', async ({ page }) => {
  await leaveAtExample(page)
  await page.goto('/')
  await notice(page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice(page)).toHaveCount(0)
  await page.goto('/')
  await expect(notice(page)).toBeVisible()
  await pressAndGo(page, 'ArrowRight')
  await expect(notice(page)).toHaveCount(0)
})

test('an address that names a slide wins, and paper and stage get no offer', async ({ page }) => {
  await leaveAtExample(page)
  for (const address of ['/cover', '/1', '/contents', '/presenter/cover', '/?embedded=true', '/print?print=true&range=1']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
    await expect(notice(page), address).toHaveCount(0)
  }
})

const BLOCKED = () => {
  for (const storage of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, storage, {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
}
const FULL = () => {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
}
for (const [state, script] of [['blocked', BLOCKED], ['full', FULL]] as const) {
  test(`the deck works where storage is ${state}`, async ({ baseURL, page }) => {
    const errors: string[] = watchForTrouble(page, baseURL!)
    await page.addInitScript(script)
    await leaveAtExample(page)
    expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
    await page.keyboard.press('n')
    await expect(page.getByRole('complementary', { name: 'Narration' })).toBeVisible()
    for (const view of ['/presenter/table', '/overview', '/preflight']) {
      await page.goto(view)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    }
    await page.goto('/')
    await expectSlide(page, slides[0]!)
    await expect(notice(page)).toHaveCount(0)
    // Slidev’s own settings say in the console that a full storage does not keep them.
    expect(errors.filter(line => state === 'blocked' || !line.startsWith('console: '))).toEqual([])
  })
}

test('one press of Back leads out after many steps, and Forward to the place again', async ({ page }) => {
  await page.goto('/glossary/')
  await openSlide(page, slides[1]!.alias!)
  for (let step = 0; step < 25; step += 1)
    await pressAndGo(page, 'ArrowRight')
  const place = page.url()
  await page.goBack()
  await expect(page).toHaveURL(/\/glossary\/$/)
  await page.goForward()
  await settled(page)
  expect(page.url()).toBe(place)
})

test('Back returns to the slide that one jumped from', async ({ page }) => {
  await openSlide(page, slides[1]!.alias!)
  await pressAndGo(page, 'ArrowDown')
  const before = page.url()
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('marmalade')
  await page.getByRole('dialog').getByRole('link').first().click()
  await expect(page).not.toHaveURL(before)
  await settled(page)
  await pressAndGo(page, 'ArrowDown')
  await page.goBack()
  await expect(page).toHaveURL(before)
  await expectSlide(page, slides[2]!)
})

test('the deck works where history is broken', async ({ page }) => {
  await page.addInitScript(() => {
    history.pushState = history.replaceState = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await page.goto(`/${EXAMPLE.alias}`)
  await settled(page)
  await expectSlide(page, EXAMPLE)
  await page.keyboard.press('ArrowDown')
  await expectSlide(page, slides[EXAMPLE.no]!)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the reading page is offered at the open slide, and no is remembered', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    const link = notice(page).getByRole('link', { name: 'Read it as a page' })
    await expect(link).toHaveAttribute('href', `/read/#${EXAMPLE.alias}`)
    for (const control of [link, notice(page).getByRole('button', { name: 'Dismiss' })])
      expect((await control.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await pressAndGo(page, 'ArrowDown')
    await expect(link).toHaveAttribute('href', `/read/#${slides[EXAMPLE.no]!.alias}`)
    await notice(page).getByRole('button', { name: 'Dismiss' }).tap()
    await expect(notice(page)).toHaveCount(0)
    await openSlide(page, EXAMPLE.alias!)
    await expect(notice(page)).toHaveCount(0)
  })

  test('who opens the narration is offered the reading page no more', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await expect(notice(page)).toBeVisible()
    await page.locator('#controls').getByRole('button', { name: 'Narration' }).tap()
    await expect(page.getByRole('complementary', { name: 'Narration' })).toBeVisible()
    await expect(notice(page)).toHaveCount(0)
  })

  test('the controls have room for a thumb', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    const buttons = page.locator('#controls').getByRole('button').filter({ visible: true })
    expect(await buttons.count()).toBeGreaterThan(4)
    for (const button of await buttons.all()) {
      const box = (await button.boundingBox())!
      expect(box.height).toBeGreaterThanOrEqual(44)
      expect(box.width).toBeGreaterThanOrEqual(40)
    }
    const { clientWidth, scrollWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
  })
})
