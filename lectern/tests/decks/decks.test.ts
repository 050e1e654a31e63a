import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFString } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { findVeraPdf, VERAPDF_VERSION } from '../../pdf/check/verapdf'
import { Workshop } from './workshop'

test.describe.configure({ mode: 'serial', timeout: 400_000 })
test.use({ contextOptions: { reducedMotion: 'reduce' } })

let workshop: Workshop
test.beforeAll(async () => {
  test.setTimeout(400_000)
  workshop = await Workshop.open()
})
test.afterAll(() => workshop.close())

/** What a PDF says, by page, and the titles of its outline. */
async function readPdf(file: string): Promise<{ pages: string[], outline: string[], tagged: boolean }> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise
  const pages = []
  for (let no = 1; no <= pdf.numPages; no += 1) {
    const { items } = await (await pdf.getPage(no)).getTextContent()
    pages.push(items.map(item => 'str' in item ? item.str : '').join(' ').replace(/\s+/g, ' '))
  }
  const titles = (items: { title: string, items: unknown[] }[]): string[] => items.flatMap(({ items, title }) => [title, ...titles(items as typeof items & { title: string, items: unknown[] }[])])
  const outline = titles(await pdf.getOutline() as { title: string, items: unknown[] }[])
  const { Marked } = await pdf.getMarkInfo() as { Marked: boolean }
  await pdf.destroy()
  return { pages, outline, tagged: Marked }
}

/** Alternative texts of the formulas in a PDF, and whether each takes room on its page. */
async function readFormulas(file: string): Promise<string[]> {
  const { context } = await PDFDocument.load(await readFile(file))
  const formulas = context.enumerateIndirectObjects().map(([, object]) => object)
    .filter(object => object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('Formula')) as PDFDict[]
  return formulas.map((formula) => {
    const [left, bottom, right, top] = formula.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('BBox'), PDFArray).asArray().map(Number)
    const size = right! - left! > 5 && top! - bottom! > 5 ? '' : ', too small'
    return (formula.lookup(PDFName.of('Alt')) as PDFString).decodeText() + size
  }).sort()
}

/** What a page complains of, but for what a machine without a network cannot have. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|Content Security Policy|widget|Service Worker|fetching the script/.test(message.text()))
      complaints.push(message.text())
  })
  return complaints
}

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('#app .slidev-layout').filter({ visible: true }).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('#first-frame')).toHaveCount(0)
}

const HEADLINES = [
  'What decks use', 'Steps by clicks', 'Code that moves', 'Two columns', 'Slide 5', 'A diagram', 'A formula', 'The same headline',
  'The same headline', 'Now', 'Bold, code & \\sqrt{2}', 'A square', 'An imported slide',
]
/** Each on one slide, of which it is the final state. */
const WORDS = [
  'Opening words', 'Alpha item', 'Beta item', 'Gamma item', 'Delta paragraph', 'const after = 2', 'Left column words', 'const highlighted', 'Right column words',
  'Words without any headline', 'the word Pythagoras', 'hypotenuse', 'First of two', 'Second of two', 'and later', 'A headline with signs', 'A picture for a headline',
  'Words from another file',
]

test.describe('a deck that uses what decks use', () => {
  let deck: string
  let said: string

  test('is built and exported, and keeps every rule', async () => {
    deck = await workshop.fixture()
    const { code, output } = await workshop.lectern(deck, 'export', '--check')
    said = output
    expect(output.split('\n').filter(line => /^✗ (?!PDF)|^export:/.test(line))).toEqual([])
    expect(code).toBe(0)
    expect(output).toMatch(/✓ 7\.1 /)
    // It does not call itself PDF/UA, and breaks no other rule.
    if (findVeraPdf())
      expect(output.match(/veraPDF .*/g)!.map(line => line.replace(/, in .*/, ''))).toEqual(Array<string>(3).fill(`veraPDF ${VERAPDF_VERSION}: broken 5-1`))
    expect((await readdir(join(deck, 'exports'))).sort()).toEqual([
      '.lectern.json', 'a-deck-that-uses-what-decks-use-handout.pdf', 'a-deck-that-uses-what-decks-use-notes.md', 'a-deck-that-uses-what-decks-use-steps.pdf',
      'a-deck-that-uses-what-decks-use.pdf', 'a-deck-that-uses-what-decks-use.pptx', 'images',
    ])
  })

  test('hears once, by slide, what could not be done', () => {
    const lines = said.split('\n').filter(line => line.startsWith('slides.md, slide '))
    expect(lines).toEqual(['slides.md, slide 5: expected one main heading (#), found none; its title is “Slide 5”'])
  })

  test('has every slide in the PDF once, and in its outline', async () => {
    const { outline, pages, tagged } = await readPdf(join(deck, 'exports/a-deck-that-uses-what-decks-use.pdf'))
    expect(tagged).toBe(true)
    // One of them takes two pages.
    expect(pages).toHaveLength(HEADLINES.length + 1)
    expect(outline).toEqual(HEADLINES)
    expect(await readFormulas(join(deck, 'exports/a-deck-that-uses-what-decks-use.pdf'))).toEqual(['\\sqrt{2}', 'a^2 + b^2', 'e^x'])
    const text = pages.join('\n').replace(/\s+/g, ' ')
    expect(WORDS.map(words => [words, text.split(words).length - 1])).toEqual(WORDS.map(words => [words, 1]))
    expect(text).not.toContain('Never shown')
    expect(pages[5]).toContain('Finish')
  })

  test('has its notes in the handout and as text', async () => {
    const { pages } = await readPdf(join(deck, 'exports/a-deck-that-uses-what-decks-use-handout.pdf'))
    const handout = pages.join(' ').replace(/\s+/g, ' ')
    const notes = await readFile(join(deck, 'exports/a-deck-that-uses-what-decks-use-notes.md'), 'utf8')
    for (const words of ['Said at the beginning', 'Said at delta', 'an answer to the likely question', 'A note of another file']) {
      expect(handout).toContain(words)
      expect(notes).toContain(words)
    }
    expect(handout).not.toContain('only for the room')
    expect(notes).toContain('only for the room')
  })

  test('can be searched, narrated, presented and read', async ({ page }) => {
    const { close, url } = await workshop.serve(deck, 'preview')
    try {
      const complaints = complaintsOf(page)
      await opened(page, `${url}/`)
      await page.keyboard.press('/')
      await page.getByRole('searchbox').fill('gamma')
      await expect(page.getByRole('dialog').getByRole('link').first()).toContainText('Steps by clicks')
      await page.getByRole('dialog').getByRole('link', { name: 'Said at gamma' }).click()
      await expect(page).toHaveURL(/\/clicks\?clicks=3$/)
      await page.keyboard.press('n')
      const narration = page.getByRole('complementary', { name: 'Narration' })
      await expect(narration.locator('[aria-current]')).toHaveText(/Said at gamma/)
      await page.goto(`${url}/3`)
      await expect(narration).toContainText('Nothing is said')
      // Without `cuts` the keys of the presenter view are Slidev’s own.
      await opened(page, `${url}/presenter/1`)
      await expect(page.locator('.slidev-note')).toContainText('Said at the beginning')
      await page.keyboard.press('ArrowRight')
      await expect(page).toHaveURL(/\/presenter\/clicks$/)
      await page.keyboard.press('ArrowRight')
      await expect(page).toHaveURL(/\/presenter\/clicks\?clicks=1$/)
      await page.goto(`${url}/read/`)
      for (const words of [...WORDS, 'Said at delta', 'an answer to the likely question'])
        await expect(page.getByRole('main')).toContainText(words)
      await expect(page.getByRole('main')).not.toContainText('only for the room')
      for (const name of ['Slide 5', 'Now and later', 'Bold, code & \\sqrt{2}', 'A square'])
        await expect(page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name, exact: true })).toBeAttached()
      // The colours of code are the theme’s, whichever the reader’s scheme is.
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const colours = await page.locator('.slidev-code .line span').evaluateAll(words => words.map(word => getComputedStyle(word).color))
        expect(new Set(colours).size, colorScheme).toBeGreaterThan(2)
      }
      await page.goto(`${url}/no-such-slide`)
      await page.getByRole('link', { name: 'Two columns' }).click()
      await expect(page.getByRole('heading', { name: 'Two columns' })).toBeVisible()
      expect(complaints).toEqual([])
    }
    finally {
      close()
    }
  })

  test('runs while somebody writes it', async ({ page }) => {
    const { close, url } = await workshop.serve(deck, 'dev')
    try {
      const complaints = complaintsOf(page)
      for (const slide of ['1', 'clicks', '3', '4', '5', '6', '7', '11', '13'])
        await opened(page, `${url}/${slide}`)
      await page.keyboard.press('/')
      await page.getByRole('searchbox').fill('another file')
      await expect(page.getByRole('dialog').getByRole('link').first()).toContainText('An imported slide', { timeout: 60_000 })
      expect(complaints).toEqual([])
    }
    finally {
      close()
    }
  })
})

test.describe('Slidev’s starter deck', () => {
  let deck: string

  test('is built and exported; what it asks of the network is named', async () => {
    deck = await workshop.starter()
    const { code, output } = await workshop.lectern(deck, 'export', '--check')
    const broken = output.split('\n').filter(line => /^✗ (?!PDF)/.test(line))
    // The fade over its cover is a mask, and all else is kept: the files are judged, so that they are not written.
    expect(new Set(broken.map(line => line.replace(/:.*/, '')))).toEqual(new Set(['✗ deck    nothing needs a luminosity mask']))
    expect(code).toBe(1)
    expect(output).toContain('slides.md, slide 7: the picture https://')
    const unchecked = await workshop.lectern(deck, 'export', 'slides', 'handout')
    expect(unchecked.code, unchecked.output).toBe(0)
  })

  test('has every slide in the PDF, the outline and the reading page', async ({ page }) => {
    const template = await readFile(join(deck, 'slides.md'), 'utf8')
    // In its headmatter and in code, `#` begins a comment.
    const text = template.replace(/^---[\s\S]*?^---$/m, '').replace(/```[\s\S]*?```/g, '')
    const headlines = Array.from(text.matchAll(/^# (.+)$/gm), ([, title]) => title!)
    expect(headlines.length).toBeGreaterThan(8)
    const { outline, pages } = await readPdf(join(deck, 'exports/welcome-to-slidev.pdf'))
    expect(outline).toEqual(headlines)
    expect(pages).toHaveLength(headlines.length)
    const { close, url } = await workshop.serve(deck, 'preview')
    try {
      await page.goto(`${url}/read/`)
      for (const headline of headlines)
        await expect(page.getByRole('main').getByRole('heading', { name: headline, exact: true }).first()).toBeAttached()
    }
    finally {
      close()
    }
  })
})
