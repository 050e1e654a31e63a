import { expect, test } from '@playwright/test'
import { openSlide } from './support/pages'

for (const [width, height] of [[1280, 720], [390, 844], [1600, 500]] as const) {
  test(`printed by the browser, the slide that is shown is one whole page, from a window of ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openSlide(page, 'table', 1)
    const words = (text: string) => text.toLowerCase().replace(/\s+/g, '')
    const headline = words(await page.getByRole('heading', { level: 1 }).innerText())
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4', landscape: true })), verbosity: 0 }).promise
    expect(pdf.numPages).toBe(1)
    const paper = await pdf.getPage(1)
    const [, , right, top] = paper.view as [number, number, number, number]
    const { items } = await paper.getTextContent()
    const texts = items.flatMap(item => 'str' in item && item.str.trim() ? [item] : [])
    const beyond = texts.filter(({ transform, width }) => transform[4] < 0 || transform[4] + width > right || transform[5] < 0 || transform[5] > top)
    expect(beyond.map(({ str }) => str)).toEqual([])
    expect(words(texts.map(({ str }) => str).join(''))).toContain(headline)
    expect(words(texts.map(({ str }) => str).join(''))).toContain(words('First come the apples'))
  })
}
