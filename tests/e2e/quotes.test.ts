import { expect, test, type Locator, type Page } from '@playwright/test'
import { carouselOf, quote, quotes, type QuoteId } from '../../data/deck'
import { findViolations } from '../../lectern/tests/e2e/support/axe'
import { settled, at } from './deck'

test.describe.configure({ mode: 'parallel' })

const all = (Object.keys(quotes) as QuoteId[]).map(quote).sort((a, b) => a.order - b.order)
const idsWhere = (fits: (one: typeof all[number]) => boolean): string[] => all.filter(fits).map(({ id }) => `quote-${id}`)

const count = (page: Page): Locator => page.locator('[data-count]')
const shown = (page: Page): Promise<string[]> =>
  page.locator('figure[id^="quote-"]').evaluateAll(figures => figures.filter(figure => figure.checkVisibility()).map(({ id }) => id))
const empty = (page: Page): Locator => page.getByText('fits all of this at once')

/** The filters are there once the script is. */
async function openQuotes(page: Page, rest = ''): Promise<void> {
  await page.goto(`/quotes/${rest}`)
  await expect(page.getByRole('form', { name: 'Choose quotations' })).toBeVisible()
}

const choose = (page: Page, language: string): Promise<void> => page.getByRole('radio', { name: language, exact: true }).check()

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('shows all quotations to the letter, in order, with no control that does nothing', async ({ page }) => {
    await page.goto('/quotes/?language=rust')
    expect(await shown(page)).toEqual(all.map(({ id }) => `quote-${id}`))
    for (const { id, speaker, text } of all) {
      const figure = page.locator(`#quote-${id}`)
      await expect(figure.getByRole('blockquote')).toContainText(text)
      await expect(figure).toContainText(speaker)
      await expect(figure.locator('.source a')).toHaveAttribute('href', /^https:/)
    }
    await expect(page.getByRole('form')).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(empty(page)).toBeHidden()
  })

  test('goes to a quotation by its link', async ({ page }) => {
    await page.goto('/quotes/#quote-peter-bourgon')
    await expect(page.locator('#quote-peter-bourgon')).toBeInViewport()
  })
})

test('filters by language, company and topic, and the address follows', async ({ page }) => {
  await openQuotes(page)
  await expect(count(page)).toHaveText('21 of 21')
  await choose(page, 'Rust')
  const rust = idsWhere(({ about }) => about !== 'go')
  expect(await shown(page)).toEqual(rust)
  await expect(count(page)).toHaveText(`${rust.length} of 21`)
  await expect(count(page)).toHaveRole('status')
  await expect(page).toHaveURL(/\/quotes\/\?language=rust$/)

  await page.getByLabel('Company').selectOption('Dropbox')
  expect(await shown(page)).toEqual(idsWhere(({ about, company }) => about !== 'go' && company === 'Dropbox'))
  await page.getByLabel('Topic').selectOption('Safety')
  expect(await shown(page)).toEqual(['quote-daniel-reiter-horn-2'])
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
  await expect(page).toHaveURL('/quotes/?language=rust&company=dropbox&topic=safety')

  await page.reload()
  await expect(count(page)).toHaveText('1 of 21')
  await expect(page.getByLabel('Topic')).toHaveValue('safety')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(count(page)).toHaveText('21 of 21')
  await expect(page).toHaveURL('/quotes/')
})

test('takes its filters from the address and drops what it does not know', async ({ page }) => {
  await openQuotes(page, '?language=go&company=nobody&topic=portability&from=mail')
  expect(await shown(page)).toEqual(idsWhere(({ about, topic }) => about !== 'rust' && topic === 'portability'))
  await expect(page.getByRole('radio', { name: 'Go', exact: true })).toBeChecked()
  await expect(page).toHaveURL('/quotes/?from=mail&language=go&topic=portability')
})

test('says so when nothing fits, and shows all again', async ({ page }) => {
  await openQuotes(page, '?company=fastly&topic=safety')
  await expect(count(page)).toHaveText('0 of 21')
  expect(await shown(page)).toEqual([])
  await expect(empty(page)).toBeVisible()
  await page.getByRole('button', { name: 'show all', exact: true }).click()
  await expect(empty(page)).toBeHidden()
  await expect(count(page)).toHaveText('21 of 21')
})

test('a link to a quotation wins over a filter that hides it', async ({ page }) => {
  await openQuotes(page, '?language=go#quote-taylor-thomas')
  await expect(page.locator('#quote-taylor-thomas')).toBeInViewport()
  await expect(page).toHaveURL('/quotes/#quote-taylor-thomas')
  await expect(count(page)).toHaveText('21 of 21')
})

test('is filtered by keyboard', async ({ page }) => {
  await openQuotes(page)
  await page.getByRole('radio', { name: 'All' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/language=go$/)
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Company')).toBeFocused()
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/language=go&company=paypal$/)
  await expect(count(page)).toHaveText('1 of 21')
})

test('each quotation leads to its slide, at its step', async ({ page }) => {
  const [, , wanted] = carouselOf('safety')
  await page.goto('/quotes/')
  await page.locator(`#quote-${wanted!.id}`).getByRole('link', { name: /^On slide/ }).click()
  await page.waitForURL(/clicks=2/)
  await settled(page)
  expect(at(page)).toEqual({ alias: 'safety-voices', step: 2 })
  await expect(page.getByRole('blockquote')).toContainText(wanted!.text)
})

test.describe('copying', () => {
  const copyButton = (page: Page): Locator => page.locator('#quote-josh-hannaford-1').getByRole('button', { name: /^Copy/ })
  const expected = new RegExp(`^We “${quotes['josh-hannaford-1'].text.slice(0, 30)}.*”\nJosh Hannaford, IBM\\. .* https://\\S+$`)

  test('puts the words on the clipboard, with who said them and where', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openQuotes(page)
    await copyButton(page).click()
    await expect(copyButton(page)).toHaveText('Copied with its source')
    await expect(page.locator('[data-tool="status"]')).toHaveText('Copied with its source')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected)
    await expect(copyButton(page)).toHaveText('Copy with its source')
  })

  test('finds another way where the clipboard refuses', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
    })
    await openQuotes(page)
    await copyButton(page).click()
    await expect(copyButton(page)).toHaveText('Copied with its source')
    await expect(copyButton(page)).toBeFocused()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected)
  })

  test('says so where no way is left', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await openQuotes(page)
    await copyButton(page).click()
    await expect(page.locator('[data-tool="status"]')).toHaveText('Copying is blocked in this browser')
    await page.locator('#quote-josh-hannaford-1').getByRole('link', { name: 'Link to this quotation' }).click()
    await expect(page.locator('[data-tool="status"]')).toHaveText('Copying is blocked: the link is in the address bar')
    await expect(page).toHaveURL(/#quote-josh-hannaford-1$/)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 }, hasTouch: width < 400 })

      test('is fit for everybody', async ({ page }) => {
        test.setTimeout(90_000)
        await openQuotes(page)
        expect(await findViolations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        const small = await page.locator('main :is(button, select, .links a, fieldset label):visible').evaluateAll(controls =>
          controls.filter(control => control.getBoundingClientRect().height < 44).map(control => control.outerHTML))
        expect(small).toEqual([])
        if (width < 400) {
          await page.getByRole('radio', { name: 'Rust', exact: true }).tap()
          await expect(page).toHaveURL(/language=rust/)
        }
      })
    })
  }
}

test('in the system’s own colours the chosen language is still marked', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openQuotes(page, '?language=rust')
  const edges = await page.getByRole('radio').evaluateAll(radios => radios.map(radio => ({
    isChosen: (radio as HTMLInputElement).checked,
    edge: getComputedStyle(radio.nextElementSibling!).borderBottomWidth,
  })))
  expect(edges.map(({ isChosen }) => isChosen)).toContain(true)
  for (const { edge, isChosen } of edges)
    expect(edge).toBe(isChosen ? '4px' : '1px')
})

// As some hosts do; the preview sends such an address on.
test('keeps its place where a host shows it at an address with two slashes', async ({ baseURL, page }) => {
  await page.route(({ pathname }) => pathname === '//quotes/', async route => route.fulfill({ response: await route.fetch({ url: `${baseURL}/quotes/` }) }))
  await page.goto(`${baseURL}//quotes/`)
  await choose(page, 'Rust')
  await expect(page).toHaveURL(/\/\/quotes\/\?language=rust$/)
})

test('printed, no sheet ends with what a heading on the next one belongs to', async ({ page }) => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  for (const query of ['', '?language=rust', '?language=go']) {
    await openQuotes(page, query)
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise
    for (let no = 1; no <= pdf.numPages; no += 1) {
      const { items } = await (await pdf.getPage(no)).getTextContent()
      const texts = items.flatMap(item => 'str' in item && item.str.trim() ? [item] : [])
      const last = texts.toSorted((a, b) => (a.transform[5] as number) - (b.transform[5] as number))[0]
      expect.soft(last?.str, `last line of page ${no} of ${query || 'all'}`).not.toMatch(/^What they/)
    }
  }
})
