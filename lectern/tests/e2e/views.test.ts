import { expect, test, type Page } from '@playwright/test'
import { expectSlide, openSlide, pressAndGo, settled, swipe, trailOf } from './support/pages'
import { at, planned, slideAt, slides } from './support/trial'

const headline = (page: Page) => page.getByRole('heading', { level: 1 })

/** A slide that every test here may open: it has steps. */
const EXAMPLE = slideAt('steps')
const NEXT = slides[EXAMPLE.no]!

test.describe('the overview', () => {
  test('shows every slide and opens the one that is chosen', async ({ page }) => {
    await openSlide(page, 'cover')
    await page.keyboard.press('o')
    await expect(headline(page)).toHaveCount(slides.length + 1)
    await headline(page).filter({ hasText: NEXT.title }).click({ force: true })
    await expectSlide(page, NEXT)
    expect(at(page)).toEqual({ alias: NEXT.alias, step: 0 })
  })

  test('opens the slide that the arrow keys have chosen', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.keyboard.press('o')
    await expect(headline(page)).toHaveCount(slides.length + 1)
    await page.keyboard.press('ArrowRight')
    await pressAndGo(page, 'Enter')
    expect(at(page).alias).toBe(NEXT.alias)
  })

  test('has a page of its own with every note', async ({ page }) => {
    await page.goto('/overview')
    await expect(headline(page)).toHaveCount(slides.length)
    await expect(page.getByText('Point at:')).toHaveCount(2)
  })
})

test.describe('the presenter view', () => {
  test('shows the notes, the next slide and the time that is left', async ({ page }) => {
    await page.goto('/presenter/second')
    await expect(headline(page)).toHaveText([slides[1]!.title, slides[3]!.title])
    await expect(page.getByText('This one is passed quickly')).toBeVisible()
    await expect(page.getByText(`${planned}:00`)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(headline(page)).toHaveText([slides[3]!.title, slides[3]!.title])
    await expect(page.getByText('Let us begin with nothing at all')).toBeVisible()
  })

  test('leads the slides in another window', async ({ context, page }) => {
    // Its steps, and the slide after it, are part of the talk.
    const table = slideAt('table')
    const next = slides[table.no]!
    const audience = await context.newPage()
    await openSlide(audience, table.alias!)
    await page.goto(`/presenter/${table.alias}`)
    await expect(headline(page).first()).toHaveText(table.title)
    for (let click = 1; click < table.steps; click += 1) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => at(audience)).toEqual({ alias: table.alias, step: click })
    }
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => at(audience)).toEqual({ alias: next.alias, step: 0 })
    await expectSlide(audience, next)
  })
})

test.describe('keys', () => {
  test('g finds a slide by words of its headline', async ({ page }) => {
    await openSlide(page, 'cover')
    await page.keyboard.press('g')
    // Typed at once, as one does: the field has taken the focus by itself.
    await expect(page.getByRole('search').getByRole('textbox')).toBeFocused()
    await page.keyboard.type(EXAMPLE.title)
    await pressAndGo(page, 'Enter')
    expect(at(page).alias).toBe(EXAMPLE.alias)
  })

  test('d changes between light and dark', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    const html = page.locator('html')
    await expect(html).toHaveClass(/light/)
    await page.keyboard.press('d')
    await expect(html).toHaveClass(/dark/)
    await page.keyboard.press('d')
    await expect(html).toHaveClass(/light/)
  })

  test('up and down go by slides, Space and the page keys by steps', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await pressAndGo(page, 'Space')
    expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
    await pressAndGo(page, 'PageDown')
    expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 2 })
    await pressAndGo(page, 'PageUp')
    expect(at(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
    await pressAndGo(page, 'ArrowDown')
    expect(at(page)).toEqual({ alias: NEXT.alias, step: 0 })
    await pressAndGo(page, 'ArrowUp')
    expect(at(page).alias).toBe(EXAMPLE.alias)
  })

  test('only the slide and those beside it are drawn, the others wait in the cache of the browser', async ({ page }) => {
    const fetched = new Set<string>()
    page.on('response', response => fetched.add(new URL(response.url()).pathname))
    await openSlide(page, EXAMPLE.alias!)
    const drawn = page.locator('#slideshow > .slidev-page')
    await expect(drawn).toHaveCount(3)
    await expect.poll(() => [...fetched].filter(path => /\/md-[^/]*\.js$/.test(path)).length).toBe(slides.length)
    await expect(drawn).toHaveCount(3)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('nothing scrolls sideways, and a swipe turns the slide', async ({ page }) => {
    await openSlide(page, 'second')
    const { clientWidth, scrollWidth } = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      return { clientWidth, scrollWidth }
    })
    expect(scrollWidth).toBe(clientWidth)
    await swipe(page, 'left')
    await expect(page).toHaveURL('/contents')
    await settled(page)
    await swipe(page, 'right')
    await expect(page).toHaveURL('/second')
  })

  test('a swipe beside the slide counts once, wherever it begins', async ({ page }) => {
    await openSlide(page, 'steps')
    const ABOVE = 0.25
    const BELOW = 0.75
    const HALVES = { left: [0.1, 0.4], right: [0.6, 0.9] } as const
    const trail = trailOf(page)
    await swipe(page, 'left', undefined, ABOVE)
    await expect(page).toHaveURL('/steps?clicks=1')
    await swipe(page, 'left', HALVES.left, BELOW)
    await expect(page).toHaveURL('/steps?clicks=2')
    await swipe(page, 'left', HALVES.right, BELOW)
    await expect(page).toHaveURL('/steps?clicks=3')
    await swipe(page, 'right', undefined, BELOW)
    await expect(page).toHaveURL('/steps?clicks=2')
    await swipe(page, 'right', HALVES.right, ABOVE)
    await expect(page).toHaveURL('/steps?clicks=1')
    expect(trail).toEqual([1, 2, 3, 2, 1].map(step => `/steps?clicks=${step}`))
  })

  test('a tap beside the slide moves by the half that it is in, a finger that strays or a pinch does not', async ({ page }) => {
    await openSlide(page, 'steps')
    const trail = trailOf(page)
    const client = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: number[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((x, id) => ({ x, y: 640 + 60 * id, id })) })
    // Two fingers, the first of which is there before the second.
    await touch('touchStart', 300)
    await touch('touchStart', 300, 340)
    await touch('touchMove', 280, 360)
    await touch('touchEnd')
    // Too far for a tap, too short for a swipe.
    await touch('touchStart', 300)
    await touch('touchMove', 270)
    await touch('touchMove', 300)
    await touch('touchEnd')

    await page.touchscreen.tap(300, 640)
    await expect(page).toHaveURL('/steps?clicks=1')
    await page.touchscreen.tap(300, 200)
    await expect(page).toHaveURL('/steps?clicks=2')
    await page.touchscreen.tap(90, 640)
    await expect(page).toHaveURL('/steps?clicks=1')
    // On the slide it moves nothing.
    await page.touchscreen.tap(300, 500)
    await swipe(page, 'left')
    await expect(page).toHaveURL('/steps?clicks=2')
    expect(trail).toEqual([1, 2, 1, 2].map(step => `/steps?clicks=${step}`))
  })

  test('two fingers may zoom, and one then moves what is zoomed', async ({ page }) => {
    await openSlide(page, 'second')
    const client = await page.context().newCDPSession(page)
    // A browser without a window cannot be pinched: this is what it would do, and what it asks the page before.
    const zoom = async (pageScaleFactor: number) => {
      await client.send('Emulation.setPageScaleFactor', { pageScaleFactor })
      await expect.poll(() => page.evaluate(() => visualViewport!.scale)).toBeCloseTo(pageScaleFactor)
    }
    const swiped = page.locator('#page-root')
    await expect(swiped).toHaveCSS('touch-action', 'pan-y pinch-zoom')
    await zoom(2)
    await expect(swiped).toHaveCSS('touch-action', 'auto')
    await swipe(page, 'left')
    await zoom(1)
    await expect(swiped).toHaveCSS('touch-action', 'pan-y pinch-zoom')
    // The first swipe that is one leads to the next slide, and not further.
    await swipe(page, 'left')
    await expect(page).toHaveURL('/contents')
  })

  test('neither two fingers nor a finger on selected text turn the slide', async ({ page }) => {
    await openSlide(page, 'second')
    const client = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: number[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((x, id) => ({ x, y: 400 + 60 * id, id })) })
    await touch('touchStart', 340)
    await touch('touchMove', 240)
    await touch('touchStart', 240, 280)
    for (const by of [50, 100, 150])
      await touch('touchMove', 240 - by, 280 - by)
    await touch('touchEnd')

    await page.getByRole('heading', { level: 1 }).selectText()
    await swipe(page, 'left')
    await page.evaluate(() => getSelection()!.removeAllRanges())
    await swipe(page, 'left')
    await expect(page).toHaveURL('/contents')
  })
})
