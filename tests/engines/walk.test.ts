import { states } from '../e2e/deck'
import { expectShown, test } from './deck'

test('every step of the talk comes in its turn, under its headline', async ({ openTab }) => {
  const tab = await openTab('/1')
  for (const [index, state] of states.entries()) {
    if (index > 0)
      await tab.press(['ArrowRight'])
    await expectShown(tab, state)
  }
})
