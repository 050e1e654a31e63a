import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { pagesOf } from 'slidev-addon-lectern/node'
import { openPrintPage } from '../../lectern/export/print-page'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { Findings, slides, states, watchForTrouble } from './deck'
import { findFaults } from './faults'

const variants = [
  {
    query: 'print=true',
    pages: slides.flatMap(slide => pagesOf(slide, false).map(() => slide.alias)),
  },
  { query: 'print=clicks', pages: states.map(({ alias }) => alias) },
]

test.describe.configure({ mode: 'parallel' })

for (const { pages, query } of variants) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page of ?${query} is fit for paper, ${colorScheme}`, async ({ baseURL, page }) => {
      const trouble = watchForTrouble(page, baseURL!)
      await openPrintPage(page, { url: baseURL! }, new URLSearchParams(query), colorScheme === 'dark')
      const papers = page.locator('.print-slide-container')
      await expect(papers).toHaveCount(pages.length)

      const findings = new Findings()
      for (const [index, alias] of pages.entries())
        findings.add(`${alias}, page ${index + 1}`, await papers.nth(index).evaluate(findFaults, alias))
      expect.soft(findings.lines).toEqual([])
      expect.soft(trouble).toEqual([])
      const printedButtons = await papers.getByRole('button').evaluateAll(buttons => buttons
        .filter(button => button.checkVisibility({ opacityProperty: true }))
        .map(({ outerHTML }) => outerHTML))
      expect.soft(printedButtons).toEqual([])

      // In two columns the words stand in two paragraphs.
      const quotes = (await papers.getByRole('blockquote').allInnerTexts()).map(text => text.replace(/\s+/g, ' '))
      const missing = quotations.filter(({ text }) => !quotes.some(quote => quote.includes(text)))
      expect(missing.map(({ order }) => order)).toEqual([])
    })
  }
}

test('the pictures of the handout end where the footer of a slide would begin: the sheet has its own', async ({ page }) => {
  await page.goto('/handout')
  await page.waitForFunction(() => document.documentElement.dataset.handout === 'ready')
  const footers = page.locator('.sheet .print-slide-container .story')
  expect(await footers.count()).toBeGreaterThan(10)
  expect(await footers.and(page.locator(':visible')).count()).toBe(0)
})

for (const address of ['/print', '/handout']) {
  test(`what is only said leaves no speck of ink on ${address}`, async ({ page }) => {
    await page.goto(address)
    const hidden = page.locator('html.print .visually-hidden')
    await expect.poll(() => hidden.count()).toBeGreaterThan(10)
    expect(await hidden.evaluateAll(parts => parts.flatMap(part => [part, ...part.querySelectorAll('*')])
      .filter(part => ['color', 'backgroundColor'].some(property => getComputedStyle(part)[property as 'color'] !== 'rgba(0, 0, 0, 0)'))
      .map(part => part.outerHTML))).toEqual([])
  })
}

/** In how many lines each text of the print page is set. */
async function linesOf(page: Page, url: string): Promise<string[]> {
  await openPrintPage(page, { url }, new URLSearchParams('print=true'), false)
  return page.evaluate(() => {
    const lines: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(texts.currentNode)
      const tops = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)))
      if (tops.size > 0)
        lines.push(`${tops.size}: ${texts.currentNode.textContent}`)
    }
    return lines
  })
}

test('lines break alike where a machine hints its fonts', async ({ baseURL, launchOptions, page, playwright }) => {
  const env = { ...process.env as Record<string, string>, FONTCONFIG_FILE: fileURLToPath(new URL('../fixtures/hinted-fonts.conf', import.meta.url)) }
  const browser = await playwright.chromium.launch({ ...launchOptions, env })
  try {
    const lines = await linesOf(page, baseURL!)
    expect(lines.length).toBeGreaterThan(1000)
    expect(await linesOf(await browser.newPage(), baseURL!)).toEqual(lines)
  }
  finally {
    await browser.close()
  }
})
