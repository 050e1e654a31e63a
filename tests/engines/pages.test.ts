import { expect } from '@playwright/test'
import { carouselOf, decision, quote, quotes, type QuoteId } from '../../data/deck'
import { pageNames } from '../e2e/deck'
import { findPageFaults } from '../e2e/page-faults'
import { expectShown, test } from './deck'
import type { Tab } from './webdriver'

/** The results of a search, and how many of them one can see. */
function results(tab: Tab): Promise<{ height: number, seen: string[] }> {
  return tab.evaluate(() => {
    const list = document.querySelector<HTMLElement>('dialog.deck-search .results')
    const seen = Array.from(list?.querySelectorAll('a') ?? []).filter((link) => {
      const { left, top } = link.getBoundingClientRect()
      return link.contains(document.elementFromPoint(left + 1, top + 1))
    })
    return { height: list?.clientHeight ?? 0, seen: seen.map(link => link.innerText) }
  })
}

for (const place of ['/both', '/read/']) {
  test(`the search at ${place} shows what it finds, and Enter leads there`, async ({ openTab }) => {
    const tab = await openTab(place)
    // There once somebody listens to the key: before that the built page shows its words alone.
    await expect.poll(() => tab.evaluate(() => document.querySelector('button[aria-keyshortcuts="/"]')?.checkVisibility())).toBe(true)
    await tab.press(['/'])
    await expect.poll(() => tab.evaluate(() => document.activeElement?.matches('dialog.deck-search input'))).toBe(true)
    await tab.press([...'brotli'])
    await expect.poll(async () => (await results(tab)).seen.join('\n')).toContain('Brotli')
    expect((await results(tab)).height).toBeGreaterThan(100)
    await tab.press(['Enter'])
    await expect.poll(() => tab.evaluate(() => document.querySelector('dialog.deck-search[open]'))).toBeNull()
  })
}

test('the carousel follows its buttons and the keys', async ({ openTab }) => {
  const ALIAS = 'safety-voices'
  const tab = await openTab(`/${ALIAS}`)
  await expectShown(tab, { alias: ALIAS, step: 0 })
  for (const [step, { text }] of carouselOf('safety').entries()) {
    if (step > 0) {
      if (step === 1)
        await tab.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Next quotation"]')!.click())
      else
        await tab.press(['ArrowRight'])
    }
    await expectShown(tab, { alias: ALIAS, step })
    await expect.poll(() => tab.evaluate(() =>
      Array.from(document.querySelectorAll('.carousel blockquote')).find(one => one.checkVisibility())?.textContent)).toContain(text)
  }
})

for (const address of [...pageNames.map(name => `/${name}/`), '/overview/', '/nowhere']) {
  test(`${address} opens`, async ({ openTab }) => {
    const tab = await openTab(address)
    await expect.poll(() => tab.evaluate(() => document.querySelector('h1')?.innerText.trim())).toBeTruthy()
    await expect.poll(() => tab.evaluate(() => document.title)).toMatch(address === '/nowhere' ? /^Not found/ : /\w/)
    if (address.endsWith('/') && address !== '/overview/')
      expect(await tab.evaluate(findPageFaults)).toEqual([])
  })
}

/** Chooses an answer or a filter, once the script is there that hears of it. */
async function choose(tab: Tab, name: string, value: string): Promise<void> {
  await expect.poll(() => tab.evaluate((selector) => {
    const radio = document.querySelector<HTMLInputElement>(selector)
    const isHeard = radio?.form?.hidden === false && !radio.form.matches('.waiting')
    if (isHeard)
      radio.click()
    return isHeard
  }, `input[name="${name}"][value="${value}"]`)).toBe(true)
}

/** The words of the quotations that one can see. */
const quoted = (tab: Tab): Promise<string> => tab.evaluate(() =>
  Array.from(document.querySelectorAll('blockquote')).filter(one => one.checkVisibility()).map(one => one.textContent).join('\n'))

test('the quotations are filtered, and the address follows', async ({ openTab }) => {
  const tab = await openTab('/quotes/')
  await choose(tab, 'language', 'go')
  const all = (Object.keys(quotes) as QuoteId[]).map(quote)
  for (const { about, text } of all)
    await expect.poll(async () => (await quoted(tab)).includes(text)).toBe(about !== 'rust')
  expect(await tab.evaluate(() => location.search)).toBe('?language=go')
})

test('an answer shows its reason and who says so, and the address keeps it', async ({ openTab }) => {
  const tab = await openTab('/questions/')
  for (const { id, rust } of decision) {
    await choose(tab, id, 'rust')
    await expect.poll(() => quoted(tab)).toContain(quote(rust.quote).text)
    expect(await tab.evaluate(() => document.body.innerText)).toContain(rust.reason)
  }
  expect(await tab.evaluate(() => location.search)).toBe(`?${decision.map(({ id }) => `${id}=rust`).join('&')}`)
})
