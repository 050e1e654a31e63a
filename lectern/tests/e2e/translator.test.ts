import { expect, test } from '@playwright/test'
import { expectSameWords, translate } from './support/translation'
import { states } from './support/trial'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('each step of a translated talk shows its own words', ({ page }) => expectSameWords(page, states))

for (const address of ['/table', '/read/']) {
  test(`the search can be translated while one types, at ${address}`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await page.goto(address)
    await page.getByRole('button', { name: 'Search' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search the talk' })
    const BACK = 'Backspace'
    for (const keys of [[...'tab'], [...'le'], [BACK, BACK, BACK, BACK, ...'quandong'], [...Array<string>(9).fill(BACK), ...'quandong']]) {
      for (const key of keys)
        await page.keyboard.press(key)
      await translate(page)
    }
    await expect(dialog.getByRole('status')).toContainText(/^\s*\d+ results? on \d+ slides?/)
    const hits = await dialog.getByRole('listitem').allInnerTexts()
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits)
      expect(hit).toMatch(/quandong/i)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    expect(errors.filter(error => !error.includes('Service Worker'))).toEqual([])
  })
}
