import { expect, test } from '@playwright/test'
import { chapters, comparison } from '../../data/deck'
import { at, expectSlide, openSlide, pressAndGo, settled, slides } from './deck'

test.describe('the comparison table', () => {
  const groups = [...new Set(comparison.map(({ group }) => group))]

  test('comes on stage by groups of rows', async ({ page }) => {
    await openSlide(page, 'comparison')
    for (const [step, group] of groups.entries()) {
      const shown = comparison.filter(row => groups.indexOf(row.group) <= groups.indexOf(group))
      await expect(page.getByRole('table').getByRole('rowheader')).toHaveText(shown.map(({ label }) => label))
      expect(at(page)).toEqual({ alias: 'comparison', step })
      await pressAndGo(page, 'ArrowRight')
    }
    expect(at(page).alias).not.toBe('comparison')
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
        const slide = slides.find(({ alias }) => alias === at(page).alias)!
        expect(words).toContain(slide.title)
        await expectSlide(page, slide)
      }
    })
  }
})

test.describe('keys', () => {
  test('d changes the ground between light and dark', async ({ page }) => {
    await openSlide(page, 'comparison')
    const ground = page.locator('#slideshow .slidev-layout:visible')
    await expect(ground).toHaveCSS('background-color', 'rgb(255, 255, 255)')
    await page.keyboard.press('d')
    await expect(ground).toHaveCSS('background-color', 'rgb(18, 22, 28)')
    await page.keyboard.press('d')
    await expect(ground).toHaveCSS('background-color', 'rgb(255, 255, 255)')
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

test('the next slide is there, alone and whole, in the first frame after a key', async ({ page }) => {
  await openSlide(page, 'similarities')
  const number = Number(await page.locator('#slideshow > .slidev-page:visible').getAttribute('data-slidev-no'))
  await expect(page.locator(`#slideshow > [data-slidev-no="${number + 1}"]`)).toBeAttached()
  // The promise stays in the page, so that it is known to listen before the key is pressed.
  const shown = await page.evaluateHandle(() => ({
    first: new Promise<[string | null, string][]>((resolve) => {
      addEventListener('keydown', () => requestAnimationFrame(() => resolve(Array.from(document.querySelectorAll('#slideshow > .slidev-page'))
        .filter(slide => slide.checkVisibility())
        .map(slide => [slide.getAttribute('data-slidev-no'), getComputedStyle(slide).opacity]))), { once: true, capture: true })
    }),
  }))
  await page.keyboard.press('ArrowDown')
  expect(await shown.evaluate(({ first }) => first)).toEqual([[String(number + 1), '1']])
})

test.describe('what two slides share', () => {
  const shared = [
    { what: 'a number', alias: 'comparison', clicks: 2, on: '.adoption .go strong', next: '.start.go' },
    { what: 'a headline', alias: 'similarities', clicks: 0, on: 'h1', next: 'h1' },
    { what: 'the end of a thread', alias: 'control', clicks: 0, on: '.cap.rust', next: '.cap.rust' },
  ]

  for (const { alias, clicks, next, on, what } of shared) {
    test(`${what} moves from its place on the one to its place on the other`, async ({ page }) => {
      await openSlide(page, alias, clicks)
      const slide = page.locator('#slideshow > .slidev-page:visible')
      const before = await slide.locator(on).boundingBox()
      const number = Number(await slide.getAttribute('data-slidev-no'))
      await expect(page.locator(`#slideshow > [data-slidev-no="${number + 1}"]`)).toBeAttached()
      await page.keyboard.press('ArrowDown')
      const moved = await page.waitForFunction(({ next, number }) => {
        const move = document.getAnimations().find(({ effect }) =>
          (effect as KeyframeEffect).target?.matches(`#slideshow > [data-slidev-no="${number + 1}"] ${next}`))
        const element = (move?.effect as KeyframeEffect | undefined)?.target
        if (!move || !element)
          return undefined
        const at = (time: number): DOMRect => {
          move.currentTime = time
          return element.getBoundingClientRect().toJSON() as DOMRect
        }
        return { first: at(0), last: at(399.9) }
      }, { next, number })
      const { first, last } = (await moved.jsonValue())!
      expect(first.x).toBeCloseTo(before!.x, 0)
      expect(first.y).toBeCloseTo(before!.y, 0)
      expect(Math.hypot(last.x - first.x, last.y - first.y)).toBeGreaterThan(20)
    })
  }
})

test.describe('for people who want less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('headlines stay where they are', async ({ page }) => {
    await openSlide(page, 'similarities')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('h1:visible')).toHaveText('Five things taken for granted are gone')
    expect(await page.evaluate(() => document.getAnimations().filter(({ effect }) => (effect as KeyframeEffect).target?.matches('h1')).length)).toBe(0)
  })

  test('nothing fades for longer than a blink', async ({ page }) => {
    await openSlide(page, 'changed-world')
    const durations = await page.locator('#app *').evaluateAll(elements => elements.flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element)
      return [animationDuration, transitionDuration].flatMap(value => value.split(',').map(Number.parseFloat))
    }))
    expect(Math.max(...durations)).toBeLessThan(0.001)
  })
})
