import { expect } from '@playwright/test'
import { expectShown, test } from './deck'

test('after one visit, slides, pages and presenter view open without a network', async ({ openTab, site }) => {
  const tab = await openTab('/1')
  await expect.poll(() => tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: 30_000 })
    .toBe('activated')
  site.cut()
  for (const path of ['', '/presenter']) {
    await tab.open(`${site.url}${path}/safety-voices?clicks=2`)
    await expectShown(tab, { alias: 'safety-voices', step: 2 })
  }
  for (const page of ['read', 'quotes', 'questions']) {
    await tab.open(`${site.url}/${page}/`)
    expect(await tab.evaluate(() => document.querySelector('h1')?.innerText.trim())).toBeTruthy()
  }
  await tab.press(['/'])
  await expect.poll(() => tab.evaluate(() => document.activeElement?.matches('dialog.deck-search input'))).toBe(true)
})
