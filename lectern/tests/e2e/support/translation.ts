import { expect, type Page } from '@playwright/test'
import { pressAndGo, settled } from './pages'
import type { State } from './places'

/* Translators in browsers put each run of words into elements of their own, and take the words’ node out of the page. */

/** Wraps every text that is on the page, as Chrome’s translator does, and leaves its words as they are. */
export function translate(page: Page): Promise<number> {
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
async function readTalk(page: Page, states: readonly State[], isTranslated: boolean): Promise<string[]> {
  const read: string[] = []
  await page.goto(`/${states[0]!.alias}`)
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
  expect(page.url()).toContain(`/${states.at(-1)!.alias}`)
  return read
}

/** Reads a whole talk as it is and translated, and expects the same words at every step. */
export async function expectSameWords(page: Page, states: readonly State[]): Promise<void> {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const original = await readTalk(page, states, false)
  await page.evaluate(() => localStorage.clear())
  const translated = await readTalk(page, states, true)
  expect(translated).toEqual(original)
  expect(errors).toEqual([])
}
