import { expect, test } from '@playwright/test'
import { expectStepSeen } from '../../lectern/tests/e2e/support/noteSteps'
import { at, settled, slides, topicOf } from './deck'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the notes follow the quotations that a key of its own shows at the desk, each with words of its own', async ({ page }) => {
  const carousels = slides.filter(slide => topicOf(slide) && slide.steps > 1)
  expect(carousels.length).toBeGreaterThan(2)
  for (const { alias, steps } of carousels) {
    await page.goto(`/presenter/${alias}`)
    await settled(page)
    const read = new Set([await expectStepSeen(page, { alias, step: 0 }, 'desk')])
    for (let step = 1; step < steps; step += 1) {
      await page.keyboard.press('q')
      await expect.poll(() => at(page)).toEqual({ alias, step })
      read.add(await expectStepSeen(page, { alias, step }, 'desk'))
    }
    expect(read.size, alias).toBe(steps)
  }
})
