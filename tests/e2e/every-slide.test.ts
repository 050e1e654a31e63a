import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@playwright/test'
import { findViolations } from '../../lectern/tests/e2e/support/axe'
import {
  Findings, headlineOf, pressAndGo, settled, slides, at, states, watchForTrouble, type State,
} from './deck'
import { findFaults } from './faults'

test.describe.configure({ mode: 'parallel' })

const SIZES = [{ width: 1280, height: 720 }, { width: 390, height: 844 }]
const OTHER = { light: 'dark', dark: 'light' } as const

for (const viewport of SIZES) {
  test.describe(`${viewport.width} wide, light and dark`, () => {
    // One of the two walks waits for nothing that moves.
    test.use({ colorScheme: 'light', viewport, contextOptions: { reducedMotion: viewport === SIZES[0] ? 'no-preference' : 'reduce' } })

    test('every slide at every step is fit to be shown', async ({ baseURL, page }) => {
      test.setTimeout(480_000)
      const trouble = watchForTrouble(page, baseURL!)
      const findings = new Findings()
      const visited: State[] = []
      let scheme: keyof typeof OTHER = 'light'
      // The canvas is the same at every size; what stands around it is not.
      const isCanvasNew = viewport === SIZES[0]
      const without = isCanvasNew ? undefined : '#slideshow'

      async function lookForFaults(place: string): Promise<void> {
        if (isCanvasNew)
          findings.add(`${place} ${scheme}`, await page.locator('#slideshow > .slidev-page:visible').evaluate(findFaults, place.split(' ')[0]))
      }

      await page.goto('/1')
      await settled(page)
      for (;;) {
        const state = at(page)
        visited.push(state)
        const place = `${state.alias} ${state.step}`
        await lookForFaults(place)
        if (isCanvasNew) {
          const headline = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
          const expected = headlineOf(slides.find(({ alias }) => alias === state.alias)!)
          if (headline.toLowerCase() !== expected.toLowerCase())
            findings.add(place, [`the headline is “${headline}”, not “${expected}”`])
        }
        findings.add(`${place} ${scheme}`, await findViolations(page, { without }))

        // Only colours are others in the other scheme, in which the walk goes on.
        scheme = OTHER[scheme]
        await page.emulateMedia({ colorScheme: scheme })
        await expect(page.locator('html.dark')).toHaveCount(scheme === 'dark' ? 1 : 0)
        await settled(page)
        await lookForFaults(place)
        findings.add(`${place} ${scheme}`, await findViolations(page, { only: 'color-contrast', without }))
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
