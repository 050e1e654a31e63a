import { expect } from '@playwright/test'
import { Findings, slides, states } from '../e2e/deck'
import { findFaults } from '../e2e/faults'
import { expectShown, settle, test } from './deck'
import type { Tab } from './webdriver'

test('every step of the talk comes in its turn, under its headline, and fits its slide', async ({ openTab }) => {
  const findings = new Findings()
  // Drawings have other boxes in Firefox, which counts strokes and whole lines of text: here it is about the words beside them.
  const lookForFaults = async (tab: Tab, alias: string | undefined): Promise<string[]> =>
    (await tab.evaluate(findFaults, null, alias)).filter(fault => /^(text|cut off|one over)/.test(fault) && !fault.includes('<text'))
  const tab = await openTab('/1')
  for (const [index, state] of states.entries()) {
    if (index > 0)
      await tab.press(['ArrowRight'])
    await expectShown(tab, state)
    await settle(tab)
    findings.add(`${state.alias} ${state.step}`, await lookForFaults(tab, state.alias))
  }
  expect(findings.lines).toEqual([])
})

test('the narration follows the steps', async ({ openTab }) => {
  const ALIAS = 'comparison'
  const said = slides.find(slide => slide.alias === ALIAS)!.note.split(/\[click\]\s*/).map(words => words.slice(0, 20))
  expect(said.length).toBeGreaterThan(2)
  const tab = await openTab(`/${ALIAS}`)
  await expectShown(tab, { alias: ALIAS, step: 0 })
  await tab.press(['n'])
  for (const [step, words] of said.entries()) {
    if (step > 0)
      await tab.press(['ArrowRight'])
    await expectShown(tab, { alias: ALIAS, step })
    await expect.poll(() => tab.evaluate(() =>
      document.querySelector('[aria-label=Narration] [aria-current=step]')?.textContent.replace(/\s+/g, ' ').trim())).toContain(words)
  }
})
