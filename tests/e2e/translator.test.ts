import { test } from '@playwright/test'
import { expectSameWords } from '../../lectern/tests/e2e/support/translation'
import { states } from './deck'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('each step of the translated talk shows its own words', async ({ page }) => {
  test.setTimeout(180_000)
  await expectSameWords(page, states)
})
