import { expect, test } from '@playwright/test'
import { expectSlide, Findings, openSlide, settled, slides, stateOf } from './deck'
import { findFaults } from './faults'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const EXAMPLE = slides.find(({ alias }) => alias === 'safety-voices')!
const RENAMED = slides.find(({ formerAliases }) => formerAliases.length)!

test('every slide has one of its own, and a title, and looks there as it should', async ({ page }) => {
  const findings = new Findings()
  const titles = new Set<string>()
  for (const slide of slides) {
    await page.goto(`/${slide.alias}`)
    await expectSlide(page, slide)
    titles.add(await page.title())
    await settled(page)
    // Style sheets come in another order than to who goes from slide to slide.
    const canvas = page.locator('#slideshow > .slidev-page:visible')
    findings.add(slide.alias!, await canvas.evaluate(findFaults, slide.alias))
  }
  expect.soft(findings.lines).toEqual([])
  // Two of the slides with sources go on from the one before.
  expect(titles.size).toBe(new Set(slides.map(({ title }) => title)).size)
})

test('a former one leads on, with its step', async ({ page }) => {
  await openSlide(page, `${RENAMED.formerAliases[0]}?from=old`)
  await expectSlide(page, RENAMED)
  await expect(page).toHaveURL(`/${RENAMED.alias}?from=old`)
})

for (const address of ['/no-such-slide', '/99', '/no/such/page', '/presenter/nobody']) {
  test(`${address} is unknown, says so and offers the contents`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`There is nothing at ${address}`)
    await expect(page).toHaveURL(address)
    await expect(page).toHaveTitle(/^Not found/)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
    await page.getByRole('link', { name: 'What they share' }).click()
    await expectSlide(page, slides.find(({ chapter }) => chapter === 'similarities')!)
  })
}

test('one with too many steps shows the last', async ({ page }) => {
  await page.goto(`/${EXAMPLE.alias}?clicks=99`)
  await settled(page)
  expect(stateOf(page)).toEqual({ alias: EXAMPLE.alias, step: EXAMPLE.steps - 1 })
})

test('index.html is the cover', async ({ page }) => {
  await page.goto('/index.html')
  await expectSlide(page, slides[0]!)
})
