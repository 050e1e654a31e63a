import { expect, test } from '@playwright/test'
import { expectSlide, Findings, settled, slides } from './deck'
import { findFaults } from './faults'

// Nothing here is about what moves.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

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
