import { expect, test, type Page } from '@playwright/test'
import { pressAndGo, settled, slides, stateOf, states } from './deck'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

/* Translators in browsers put each run of words into elements of their own, and take the words’ node out of the page. */

/** Wraps every text that is on the page, as Chrome’s translator does, and leaves its words as they are. */
function translate(page: Page): Promise<number> {
  return page.evaluate(() => {
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (nodes.nextNode())
      texts.push(nodes.currentNode as Text)
    const words = texts.filter(({ data, parentElement }) => data.trim() && !parentElement!.closest('font, script, style, svg'))
    for (const text of words) {
      const wrapped = document.createElement('font')
      wrapped.append(document.createElement('font'))
      wrapped.firstElementChild!.append(text.data)
      text.replaceWith(wrapped)
    }
    return words.length
  })
}

/** What one can read, of the slide and of what stands around it. */
function readable(page: Page): Promise<string> {
  return page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>('#slideshow > .slidev-page, [role=status], [aria-label=Narration]'))
    .filter(element => element.checkVisibility())
    .map(({ innerText }) => innerText.replace(/\s+/g, ' '))
    .join('\n'))
}

/** Reads every state of the talk in turn. */
async function readTalk(page: Page, isTranslated: boolean): Promise<string[]> {
  const read: string[] = []
  await page.goto(`/${slides[0]!.alias}`)
  await settled(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('complementary', { name: 'Narration' })).toBeVisible()
  for (let state = 0; state < states.length; state += 1) {
    if (state > 0)
      await pressAndGo(page, 'ArrowRight')
    read.push(await readable(page))
    if (isTranslated)
      expect(await translate(page)).toBeGreaterThan(0)
  }
  expect(stateOf(page)).toEqual(states.at(-1))
  return read
}

test('each step of a translated talk shows its own words', async ({ page }) => {
  test.setTimeout(180_000)
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const original = await readTalk(page, false)
  await page.evaluate(() => localStorage.clear())
  const translated = await readTalk(page, true)
  expect(translated).toEqual(original)
  expect(errors).toEqual([])
})

for (const address of ['/safety', '/read/']) {
  test(`the search can be translated while one types, at ${address}`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await page.goto(address)
    await page.getByRole('button', { name: 'Search' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search the talk' })
    const BACK = 'Backspace'
    for (const keys of [[...'drop'], [...'box'], [BACK, BACK, BACK, BACK, ...'mercado'], [...Array<string>(10).fill(BACK), ...'mercado']]) {
      for (const key of keys)
        await page.keyboard.press(key)
      await translate(page)
    }
    await expect(dialog.getByRole('status')).toContainText(/^\s*\d+ results? on \d+ slides?/)
    const hits = await dialog.getByRole('listitem').allInnerTexts()
    expect(hits.length).toBeGreaterThan(0)
    for (const hit of hits)
      expect(hit).toContain('Mercado')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    expect(errors.filter(error => !error.includes('Service Worker'))).toEqual([])
  })
}
