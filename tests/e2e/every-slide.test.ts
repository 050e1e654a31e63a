import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@playwright/test'
import { findViolations } from '../../lectern/tests/e2e/support/axe'
import {
  at, Findings, headlineOf, openSlide, pressAndGo, settled, slides, states, watchForTrouble, type State,
} from './deck'
import { findFaults } from './faults'

test.describe.configure({ mode: 'parallel' })

const OTHER = { light: 'dark', dark: 'light' } as const

test.use({ colorScheme: 'light' })

test('every slide at every step is fit to be shown, light and dark', async ({ baseURL, page }) => {
  test.setTimeout(480_000)
  const trouble = watchForTrouble(page, baseURL!)
  const findings = new Findings()
  const visited: State[] = []
  let scheme: keyof typeof OTHER = 'light'
  const lookForFaults = async (alias: string, place: string): Promise<void> =>
    findings.add(`${place} ${scheme}`, await page.locator('#slideshow > .slidev-page:visible').evaluate(findFaults, alias))

  await page.goto('/1')
  await settled(page)
  for (;;) {
    const state = at(page)
    visited.push(state)
    const place = `${state.alias} ${state.step}`
    await lookForFaults(state.alias!, place)
    const headline = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
    const expected = headlineOf(slides.find(({ alias }) => alias === state.alias)!)
    if (headline.toLowerCase() !== expected.toLowerCase())
      findings.add(place, [`the headline is “${headline}”, not “${expected}”`])
    findings.add(`${place} ${scheme}`, await findViolations(page))

    // Only colours are others in the other scheme, in which the walk goes on.
    scheme = OTHER[scheme]
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html.dark')).toHaveCount(scheme === 'dark' ? 1 : 0)
    await settled(page)
    await lookForFaults(state.alias!, place)
    findings.add(`${place} ${scheme}`, await findViolations(page, { only: 'color-contrast' }))
    findings.add(place, trouble.splice(0))
    if (isDeepStrictEqual(state, states.at(-1)))
      break
    await pressAndGo(page, 'ArrowRight')
  }

  expect.soft(visited).toEqual(states)
  expect(findings.lines).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } })

  // The canvas is the same at every size, and what stands around it differs by layout at most.
  test('what stands around a slide of each layout is fit to be shown, light and dark', async ({ baseURL, page }) => {
    const trouble = watchForTrouble(page, baseURL!)
    const findings = new Findings()
    const layouts = new Map(slides.map(slide => [slide.frontmatter.layout ?? 'default', slide] as const).reverse())
    expect(layouts.size).toBeGreaterThan(3)
    for (const { alias } of layouts.values()) {
      await openSlide(page, alias!)
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme })
        await expect(page.locator('html.dark')).toHaveCount(scheme === 'dark' ? 1 : 0)
        await settled(page)
        findings.add(`${alias} ${scheme}`, await findViolations(page, { without: '#slideshow' }))
      }
      findings.add(alias!, trouble.splice(0))
    }
    expect(findings.lines).toEqual([])
  })
})
