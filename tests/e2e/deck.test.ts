import { expect, test, type Page } from '@playwright/test'
import { chapters, comparison } from '../../data/deck'
import { expectSlide, openSlide, planned, pressAndGo, settled, slides, stateOf, swipe } from './deck'

const headline = (page: Page) => page.getByRole('heading', { level: 1 })

/** A slide that every test here may open: it has steps. */
const EXAMPLE = slides.find(({ alias }) => alias === 'safety-voices')!
const NEXT = slides[EXAMPLE.no]!

test.describe('the comparison table', () => {
  const groups = [...new Set(comparison.map(({ group }) => group))]

  test('comes on stage by groups of rows', async ({ page }) => {
    await openSlide(page, 'comparison')
    for (const [step, group] of groups.entries()) {
      const shown = comparison.filter(row => groups.indexOf(row.group) <= groups.indexOf(group))
      await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(shown.map(({ label }) => label))
      expect(stateOf(page)).toEqual({ alias: 'comparison', step })
      await pressAndGo(page, 'ArrowRight')
    }
    expect(stateOf(page).alias).not.toBe('comparison')
  })

  test('is whole on paper', async ({ page }) => {
    await page.goto('/print?print=true')
    const table = page.locator('[data-route-alias=comparison]').getByRole('table')
    await expect(table.getByRole('rowheader')).toHaveText(comparison.map(({ label }) => label))
    await expect(table.locator('tbody').getByRole('cell')).toHaveText(
      comparison.flatMap(({ go, rust }) => [go, rust]).map(cell => [cell].flat().join(', ')),
    )
  })
})

test.describe('the overview', () => {
  test('shows every slide and opens the one that is chosen', async ({ page }) => {
    await openSlide(page, 'cover')
    await page.keyboard.press('o')
    await expect(headline(page)).toHaveCount(slides.length + 1)
    await headline(page).filter({ hasText: NEXT.title }).click({ force: true })
    await expectSlide(page, NEXT)
    expect(stateOf(page)).toEqual({ alias: NEXT.alias, step: 0 })
  })

  test('opens the slide that the arrow keys have chosen', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await page.keyboard.press('o')
    await expect(headline(page)).toHaveCount(slides.length + 1)
    await page.keyboard.press('ArrowRight')
    await pressAndGo(page, 'Enter')
    expect(stateOf(page).alias).toBe(NEXT.alias)
  })

  test('has a page of its own with every note', async ({ page }) => {
    await page.goto('/overview')
    await expect(headline(page)).toHaveCount(slides.length)
    await expect(page.getByText('Point at:')).toHaveCount(slides.length)
  })
})

test.describe('the presenter view', () => {
  test('shows the notes, the next slide and the time that is left', async ({ page }) => {
    await page.goto('/presenter/both')
    await expect(headline(page)).toHaveText([slides[1]!.title, slides[3]!.title])
    await expect(page.getByText('People ask me which of the two wins.')).toBeVisible()
    await expect(page.getByText(`${planned}:00`)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(headline(page)).toHaveText([slides[3]!.title, slides[3]!.title])
    await expect(page.getByText('Let us begin with the article’s own table')).toBeVisible()
  })

  test('leads the slides in another window', async ({ context, page }) => {
    // Its steps, and the slide after it, are part of the talk.
    const table = slides.find(({ alias }) => alias === 'comparison')!
    const next = slides[table.no]!
    const audience = await context.newPage()
    await openSlide(audience, table.alias!)
    await page.goto(`/presenter/${table.alias}`)
    await expect(headline(page).first()).toHaveText(table.title)
    for (let click = 1; click < table.steps; click += 1) {
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => stateOf(audience)).toEqual({ alias: table.alias, step: click })
    }
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => stateOf(audience)).toEqual({ alias: next.alias, step: 0 })
    await expectSlide(audience, next)
  })
})

test.describe('the slide of contents', () => {
  for (const way of ['mouse', 'keyboard']) {
    test(`leads to every chapter, by ${way}`, async ({ page }) => {
      for (const { label } of Object.values(chapters)) {
        await openSlide(page, 'contents')
        const entry = page.getByRole('navigation', { name: 'Chapters' }).getByRole('listitem')
          .filter({ has: page.getByRole('link', { name: label, exact: true }) })
        const words = await entry.innerText()
        await (way === 'mouse' ? entry.getByRole('link').click() : entry.getByRole('link').press('Enter'))
        await expect(page).not.toHaveURL(/contents/)
        const slide = slides.find(({ alias }) => alias === stateOf(page).alias)!
        expect(words).toContain(slide.title)
        await expectSlide(page, slide)
      }
    })
  }
})

test.describe('keys', () => {
  test('g finds a slide by words of its headline', async ({ page }) => {
    await openSlide(page, 'cover')
    await page.keyboard.press('g')
    // Typed at once, as one does: the field has taken the focus by itself.
    await expect(page.getByRole('search').getByRole('textbox')).toBeFocused()
    await page.keyboard.type(EXAMPLE.title)
    await pressAndGo(page, 'Enter')
    expect(stateOf(page).alias).toBe(EXAMPLE.alias)
  })

  test('d changes between light and dark', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    const ground = page.locator('#slideshow .slidev-layout:visible')
    await expect(ground).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await page.keyboard.press('d')
    await expect(ground).toHaveCSS('background-color', 'rgb(18, 22, 28)')
    await page.keyboard.press('d')
    await expect(ground).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  })

  test('up and down go by slides, Space and the page keys by steps', async ({ page }) => {
    await openSlide(page, EXAMPLE.alias!)
    await pressAndGo(page, 'Space')
    expect(stateOf(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
    await pressAndGo(page, 'PageDown')
    expect(stateOf(page)).toEqual({ alias: EXAMPLE.alias, step: 2 })
    await pressAndGo(page, 'PageUp')
    expect(stateOf(page)).toEqual({ alias: EXAMPLE.alias, step: 1 })
    await pressAndGo(page, 'ArrowDown')
    expect(stateOf(page)).toEqual({ alias: NEXT.alias, step: 0 })
    await pressAndGo(page, 'ArrowUp')
    expect(stateOf(page).alias).toBe(EXAMPLE.alias)
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

  test('Tab shows where it is, on every kind of slide with something to reach', async ({ page }) => {
    for (const alias of ['contents', 'comparison', 'safety-voices', 'sources-facts']) {
      await openSlide(page, alias)
      const stops = page.locator('#slideshow .slidev-page:visible').locator('a, button, [tabindex="0"]')
      expect(await stops.count()).toBeGreaterThan(0)
      // The link past the slide comes first.
      for (let stop = 1 + await stops.count(); stop > 0; stop -= 1) {
        await page.keyboard.press('Tab')
        const focus = page.locator(':focus')
        const place = `${alias}: ${await focus.evaluate(element => element.outerHTML.slice(0, 80))}`
        const isSeen = await focus.evaluate(element => element.checkVisibility({ opacityProperty: true }))
        expect.soft(isSeen, place).toBe(true)
        await expect.soft(focus, place).toHaveCSS('outline-style', 'solid')
      }
    }
  })
})

test('the threads at the foot move on with the talk', async ({ page }) => {
  await openSlide(page, 'comparison', 2)
  const bead = page.locator('.bead:visible')
  const place = () => bead.evaluate(element => new DOMMatrix(getComputedStyle(element).transform).e)
  const before = await place()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.getAnimations().some(animation =>
    animation instanceof CSSTransition && animation.transitionProperty === 'transform' && (animation.effect as KeyframeEffect).target?.matches('.bead')))
  await settled(page)
  expect(await place()).toBeGreaterThan(before)
})

test.describe('for people who want less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing fades for longer than a blink', async ({ page }) => {
    await openSlide(page, 'changed-world')
    const durations = await page.locator('#app *').evaluateAll(elements => elements.flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element)
      return [animationDuration, transitionDuration].flatMap(value => value.split(',').map(Number.parseFloat))
    }))
    expect(Math.max(...durations)).toBeLessThan(0.001)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('nothing scrolls sideways, and a swipe turns the slide', async ({ page }) => {
    await openSlide(page, 'both')
    const { clientWidth, scrollWidth } = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      return { clientWidth, scrollWidth }
    })
    expect(scrollWidth).toBe(clientWidth)
    await swipe(page, 'left')
    await expect(page).toHaveURL('/contents')
    await settled(page)
    await swipe(page, 'right')
    await expect(page).toHaveURL('/both')
  })

  test('two fingers may zoom, and one then moves what is zoomed', async ({ page }) => {
    await openSlide(page, 'both')
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
    await openSlide(page, 'both')
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
