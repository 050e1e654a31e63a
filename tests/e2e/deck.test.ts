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
