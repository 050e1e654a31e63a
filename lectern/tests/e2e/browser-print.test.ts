import { expect, test, type Page } from '@playwright/test'
import { open, openSlide } from './support/pages'
import { slideAt, slides } from './support/trial'

type Paper = Parameters<Page['pdf']>[0]

/** Words without spaces, in which a PDF differs from a page. */
const words = (text: string) => text.toLowerCase().replace(/\s+/g, '')

/** What stands on each sheet that the browser prints. */
async function sheetsOf(page: Page, paper: Paper) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf(paper)), verbosity: 0 }).promise
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => {
    const sheet = await pdf.getPage(index + 1)
    const [, , right, top] = sheet.view as [number, number, number, number]
    const texts = (await sheet.getTextContent()).items.flatMap(item => 'str' in item && item.str.trim() ? [item] : [])
      .map(({ height, str, transform, width }) => ({ str, left: transform[4] as number, right: transform[4] + width as number, bottom: transform[5] as number, top: transform[5] + height as number }))
    const beyond = texts.filter(text => text.left < 0 || text.right > right || text.bottom < 0 || text.bottom > top)
    return { beyond: beyond.map(({ str }) => str), texts, words: words(texts.map(({ str }) => str).join('')) }
  }))
}

for (const [width, height] of [[1280, 720], [390, 844], [1600, 500]] as const) {
  test(`printed by the browser, the slide that is shown is one whole page, from a window of ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openSlide(page, 'table', 1)
    const headline = words(await page.getByRole('heading', { level: 1 }).innerText())
    const sheets = await sheetsOf(page, { format: 'A4', landscape: true })
    expect(sheets).toHaveLength(1)
    expect(sheets[0]!.beyond).toEqual([])
    expect(sheets[0]!.words).toContain(headline)
    expect(sheets[0]!.words).toContain(words('First come the apples'))
  })
}

for (const [width, height] of [[1280, 720], [390, 844]] as const) {
  test(`printed, the presenter view is the slide and its whole note, from a window of ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page, '/presenter/table?clicks=1')
    for (let press = 0; press < 10; press += 1)
      await page.getByRole('button', { name: 'Increase font size' }).click()
    const sheets = await sheetsOf(page, { format: 'A4', margin: { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' } })
    const all = sheets.map(sheet => sheet.words).join('')
    expect(sheets.flatMap(({ beyond }) => beyond)).toEqual([])
    const { note, title } = slideAt('table')
    expect(all).toContain(words(title))
    expect(all).toContain(words('First come the apples'))
    const said = note.replace(/\[click\]|\*\*/g, '').split(/\n{2,}/).filter(part => part.trim() && !part.startsWith('Sources'))
    expect(said.length).toBeGreaterThan(4)
    for (const part of said)
      expect(all).toContain(words(part))
    for (const control of ['Next slide', 'Slidev’s view', 'Black', 'In numbers'])
      expect(all).not.toContain(words(control))
    for (const { texts } of sheets) {
      const meeting = texts.flatMap((a, index) => texts.slice(index + 1)
        .filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.bottom < b.top - 1 && b.bottom < a.top - 1)
        .map(b => `${a.str} / ${b.str}`))
      expect(meeting).toEqual([])
    }
  })
}

for (const landscape of [false, true]) {
  test(`printed, the page of all slides and notes has all of them, on a sheet held ${landscape ? 'across' : 'upright'}`, async ({ page }) => {
    await page.goto('/overview')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(slides.length)
    const sheets = await sheetsOf(page, { format: 'A4', landscape })
    expect(sheets.flatMap(({ beyond }) => beyond)).toEqual([])
    for (const { note, title } of slides) {
      const [sheet, ...others] = sheets.filter(sheet => sheet.words.includes(words(title.replace(/<br>/g, ' '))))
      expect(others, title).toEqual([])
      for (const part of note.replace(/\[click\]|\*\*|[`_]/g, '').split(/\n{2,}/))
        expect(sheet?.words, title).toContain(words(part))
    }
  })
}
