import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@playwright/test'
import { findViolations } from './axe'
import {
  Findings, headlineOf, pressAndGo, settled, slides, stateOf, states, watchForTrouble, type State,
} from './deck'
import { findFaults } from './faults'

test.describe.configure({ mode: 'parallel' })

const SIZES = [{ width: 1280, height: 720 }, { width: 390, height: 844 }]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport })

      test('every slide at every step is fit to be shown', async ({ baseURL, page }) => {
        test.setTimeout(480_000)
        const trouble = watchForTrouble(page, baseURL!)
        const findings = new Findings()
        const visited: State[] = []

        await page.goto('/1')
        await settled(page)
        for (;;) {
          const state = stateOf(page)
          visited.push(state)
          const place = `${state.alias} ${state.step}`
          // The canvas is the same at every size; what stands around it is not.
          if (viewport === SIZES[0]) {
            const canvas = page.locator('#slideshow > .slidev-page:visible')
            findings.add(place, await canvas.evaluate(findFaults, state.alias))
            const headline = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
            const expected = headlineOf(slides.find(({ alias }) => alias === state.alias)!)
            if (headline.toLowerCase() !== expected.toLowerCase())
              findings.add(place, [`the headline is “${headline}”, not “${expected}”`])
          }
          findings.add(place, await findViolations(page))
          findings.add(place, trouble.splice(0))
          if (isDeepStrictEqual(state, states.at(-1)))
            break
          await pressAndGo(page, 'ArrowRight')
        }

        expect.soft(visited).toEqual(states)
        expect(findings.lines).toEqual([])
      })
    })
  }
}
