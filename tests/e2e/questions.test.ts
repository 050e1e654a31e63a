import { expect, test, type Locator, type Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { decision, decisionStarts, quote } from '../../data/deck'
import { findViolations } from '../../lectern/tests/e2e/support/axe'
import { findPageFaults } from './page-faults'

test.describe.configure({ mode: 'parallel' })

/** The questions answer once their script is there. */
async function openQuestions(page: Page, query = ''): Promise<void> {
  await page.goto(`/questions/${query}`)
  await expect(page.locator('form[data-questions]:not(.waiting)')).toBeVisible()
}

const group = (page: Page, index: number): Locator => page.getByRole('group', { name: decision[index]!.question })
const start = (page: Page): Locator => page.getByRole('status').filter({ hasText: /\S/ }).locator('visible=true')

test('each answer shows its reason and who says so, and the address keeps it', async ({ page }) => {
  await openQuestions(page)
  await expect(page.getByRole('blockquote')).toHaveCount(0)
  for (const [index, { id, go }] of decision.entries()) {
    const one = group(page, index)
    await one.getByRole('radio', { name: go.answer }).check()
    await expect(one.getByText(go.reason)).toBeVisible()
    await expect(one.getByRole('blockquote')).toHaveCount(1)
    await expect(one.getByRole('blockquote')).toContainText(quote(go.quote).text)
    await expect(one.getByRole('figure')).toContainText(quote(go.quote).speaker)
    await expect(page).toHaveURL(new RegExp(`[?&]${id}=go(&|$)`))
  }
  await expect(start(page)).toContainText(decisionStarts.moving.text)
  await expect(page.getByRole('listitem').filter({ hasText: decision[2].watch })).toBeVisible()
  await page.reload()
  await expect(group(page, 3).getByRole('radio', { name: decision[3].go.answer })).toBeChecked()
  await expect(start(page)).toContainText(decisionStarts.moving.text)
  await page.getByRole('button', { name: 'Take all answers back' }).click()
  await expect(page).toHaveURL('/questions/')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(group(page, 0).getByRole('radio').first()).toBeFocused()
  await expect(start(page)).toContainText(decisionStarts.open.text)
})

test('by keyboard alone, and in between shows the reasons of both', async ({ page }) => {
  await openQuestions(page, '?change=rust')
  await group(page, 0).getByRole('radio', { name: decision[0].rust.answer }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(group(page, 1).getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL('/questions/?change=rust&near=between')
  await expect(group(page, 1).getByRole('blockquote')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(group(page, 1).getByRole('blockquote')).toHaveCount(1)
  await expect(start(page)).toContainText(decisionStarts.settled.text)
})

test('whole without JavaScript: every reason, every speaker, no button that does nothing', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(`${baseURL}/questions/`)
  for (const { go, rust, watch } of decision) {
    for (const text of [go.reason, rust.reason, watch])
      await expect(page.getByText(text)).toBeVisible()
  }
  await expect(page.getByRole('blockquote')).toHaveCount(2 * decision.length)
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.close()
})

test('on a phone nothing is cut, and a tap answers', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, baseURL: baseURL! })
  await openQuestions(page, '?limit=between')
  await group(page, 0).getByRole('radio', { name: decision[0].rust.answer }).tap()
  await expect(page).toHaveURL('/questions/?change=rust&limit=between')
  expect(await page.evaluate(findPageFaults)).toEqual([])
  await page.close()
})

const ALL = `?${decision.map(({ id }) => `${id}=between`).join('&')}`

for (const [name, query] of [['empty', ''], ['with every answer', ALL]] as const) {
  test(`prints on one sheet, ${name}`, async ({ page }) => {
    await openQuestions(page, query)
    const sheets = await PDFDocument.load(await page.pdf({ format: 'A4', margin: { top: '12mm', right: '12mm', bottom: '12mm', left: '12mm' } }))
    expect(sheets.getPageCount()).toBe(1)
  })
}

test('on sheets that are too small for all of it, where to start is whole on the second', async ({ page }) => {
  await openQuestions(page, `?${decision.slice(0, 2).map(({ id }) => `${id}=between`).join('&')}`)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A5', landscape: true })), verbosity: 0 }).promise
  expect(pdf.numPages).toBe(2)
  const [first, second] = await Promise.all([1, 2].map(async number =>
    (await (await pdf.getPage(number)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join('')))
  expect(first).toContain('forgotten case')
  expect(first).not.toContain('Where to start')
  for (const words of ['Where to start', 'Before a part moves', 'The questions are ours'])
    expect(second).toContain(words)
})

test('with every answer it breaks no rule of axe', async ({ page }) => {
  await openQuestions(page, ALL)
  expect(await findViolations(page)).toEqual([])
})

// As some hosts do; the preview sends such an address on.
test('keeps its place where a host shows it at an address with two slashes', async ({ baseURL, page }) => {
  await page.route(({ pathname }) => pathname === '//questions/', async route => route.fulfill({ response: await route.fetch({ url: `${baseURL}/questions/` }) }))
  await page.goto(`${baseURL}//questions/`)
  await group(page, 0).getByRole('radio', { name: decision[0]!.go.answer }).check()
  await expect(page).toHaveURL(new RegExp(`//questions/\\?${decision[0]!.id}=go$`))
})

// The browser puts plates of the page’s colour under words then, and these are drawn in that colour.
test('in the system’s own colours the threads keep their names', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openQuestions(page)
  const names = page.locator('.caps span')
  await expect(names).toHaveCount(2)
  for (const name of await names.all())
    await expect(name).toHaveCSS('forced-color-adjust', 'none')
})
