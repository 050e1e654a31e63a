import { expect, test, type Page } from '@playwright/test'
import { chapters, topics } from '../../data/deck'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { findViolations } from '../../lectern/tests/e2e/support/axe'
import { headlineOf, pageNames, slides, watchForTrouble } from './deck'
import { findPageFaults } from './page-faults'

test.describe.configure({ mode: 'parallel' })

/** Text of every element that matches, with single spaces. */
async function texts(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map(text => text.replace(/\s+/g, ' ').trim())
}

/** The paragraphs of a note that are said aloud, as plain text. */
function spokenOf(note: string): string[] {
  return note.split(/\n\s*\n/)
    .map(paragraph => paragraph.replace(/\[click(?::\d+)?\]\s*/g, '').replace(/\s+/g, ' ').trim())
    .filter(paragraph => !/^\*\*(?:Point at|If asked|Sources):\*\*/.test(paragraph))
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('the reading page has every headline, every quotation and all that is said, once', async ({ page }) => {
    await page.goto('/read/')
    const headings = await page.getByRole('heading').allInnerTexts()
    const read = headings.map(heading => heading.replace(/\s+/g, ' ').trim())
    for (const slide of slides) {
      const same = read.filter(heading => heading.toLowerCase() === headlineOf(slide).toLowerCase())
      expect.soft(same, `headline of ${slide.alias}`).toHaveLength(1)
    }

    const quotes = await texts(page, 'blockquote')
    expect(quotes).toHaveLength(quotations.length)
    for (const { text } of quotations)
      expect.soft(quotes.filter(quote => quote.includes(text)), text).toHaveLength(1)

    const said = await texts(page, '.narration p:not(.asked)')
    expect(said).toEqual(slides.flatMap(({ note }) => spokenOf(note)))
    expect(await page.locator('main').textContent()).not.toContain('Point at:')
  })

  test('every similarity and trade-off has its argument, for Go, for Rust and together', async ({ page }) => {
    await page.goto('/read/')
    const records = Object.entries(topics)
    expect(records).toHaveLength(9)
    for (const [id, { claim, go, rust, together }] of records)
      expect.soft(await texts(page, `#${id} .argument :is(p:not(.source), dd)`), id).toEqual([claim, go, rust, together])
  })

  test('the page opens with what the talk of ten minutes claims, each leading to its part', async ({ page }) => {
    await page.goto('/read/')
    const claims = slides.filter(({ cuts }) => cuts.includes(10)).slice(1, -1)
    expect(claims.length).toBeGreaterThan(5)
    const links = page.getByRole('navigation', { name: 'What it claims' }).getByRole('link')
    await expect(links).toHaveText(claims.map(headlineOf))
    expect(await links.evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(claims.map(({ alias }) => `#${alias}`))
  })

  test('every slide, chapter, quotation and source has an address, and every link on the page leads to one', async ({ baseURL, page }) => {
    await page.goto('/read/')
    const ids = await page.locator('[id]').evaluateAll(elements => elements.map(({ id }) => id))
    expect(new Set(ids).size, 'an id stands twice').toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(slides.map(({ alias }) => alias!)))
    expect(ids).toEqual(expect.arrayContaining(Object.keys(chapters).map(chapter => `chapter-${chapter}`)))
    expect(ids.filter(id => id.startsWith('quote-'))).toHaveLength(quotations.length)

    const links = await page.locator('a[href]').evaluateAll(all => all.map(link => link.getAttribute('href')!))
    const inside = links.filter(link => link.startsWith('#'))
    expect(inside.filter(link => !ids.includes(link.slice(1)))).toEqual([])
    expect(inside).toEqual(expect.arrayContaining(ids.filter(id => id.startsWith('quote-')).map(id => `#${id}`)))

    const onSite = [...new Set(links.filter(link => link.startsWith('/')))]
    const toSlides = slides.map(({ alias }) => `/${alias}`)
    expect(onSite).toEqual(expect.arrayContaining(toSlides))
    // A slide's address is the same file for every slide; one that names no slide would show.
    for (const link of onSite.filter(link => !toSlides.slice(1).includes(link)))
      expect.soft((await page.request.get(baseURL + link)).status(), link).toBe(200)
  })

  test('numbers lead to the list of sources, and from there back', async ({ page }) => {
    await page.goto('/read/')
    const notes = page.locator('.source a[href^="#source-"]')
    expect(await notes.count()).toBeGreaterThan(quotations.length)
    const wrong = await notes.evaluateAll(links => links
      .filter((link) => {
        const entry = document.querySelector<HTMLLIElement>(link.getAttribute('href')!)!
        const slide = link.closest('.slide')!.id
        return String(entry.value) !== link.textContent || !entry.querySelector(`a[href="#${slide}"]`)
      })
      .map(link => link.outerHTML))
    expect(wrong).toEqual([])
    const numbers = await page.locator('li[id^="source-"]').evaluateAll(entries => entries.map(entry => (entry as HTMLLIElement).value))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })

  test('the contents can be opened and lead on', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/read/')
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await expect(contents.getByRole('link').first()).toBeHidden()
    await contents.getByText('Contents').click()
    await contents.getByRole('link', { name: chapters.together.label, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2, name: chapters.together.label })).toBeInViewport()
  })
})

for (const name of pageNames) {
  test.describe(`/${name}/`, () => {
    test('has one title, and headings in order', async ({ page }) => {
      await page.goto(`/${name}/`)
      const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll(headings =>
        headings.map(({ localName }) => Number(localName.slice(1))))
      expect(levels.filter(level => level === 1)).toEqual([1])
      expect(levels[0]).toBe(1)
      expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([])
    })

    for (const width of [320, 390, 768, 1280, 1920]) {
      test(`is fit to be read ${width} px wide`, async ({ baseURL, page }) => {
        const trouble = watchForTrouble(page, baseURL!)
        await page.setViewportSize({ width, height: 844 })
        await page.goto(`/${name}/`)
        await page.evaluate(() => document.querySelectorAll('details').forEach(details => details.open = true))
        expect(await page.evaluate(findPageFaults)).toEqual([])
        expect(trouble).toEqual([])
      })
    }

    for (const width of [320, 1280]) {
      // WCAG 2.2, 1.4.12. By a style sheet of the document’s own: the site’s policy allows no other.
      test(`takes text that its reader has spaced wider, ${width} px wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 })
        await page.goto(`/${name}/`)
        await page.evaluate(() => {
          const spacing = new CSSStyleSheet()
          spacing.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
          document.adoptedStyleSheets.push(spacing)
          document.querySelectorAll('details').forEach(details => details.open = true)
        })
        expect(await page.evaluate(findPageFaults)).toEqual([])
      })
    }

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1280]) {
        test(`breaks no rule of axe, ${colorScheme}, ${width} px wide`, async ({ page }) => {
          test.setTimeout(180_000)
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 844 })
          await page.goto(`/${name}/`)
          expect(await findViolations(page)).toEqual([])
        })
      }
    }
  })
}

test('in a wide window the contents stand beside the text', async ({ page }) => {
  await page.goto('/read/#safety')
  const contents = page.getByRole('navigation', { name: 'Contents' })
  const headline = page.getByRole('heading', { name: headlineOf(slides.find(({ alias }) => alias === 'safety')!) })
  await expect(headline).toBeInViewport()
  await expect(contents.getByRole('link').first()).toBeInViewport()
  const [list, text] = [(await contents.boundingBox())!, (await headline.boundingBox())!]
  expect(list.x + list.width).toBeLessThan(text.x)
})

test('where there is room, sources stand in the margin, each beside its foot and none over another', async ({ page }) => {
  for (const width of [1720, 1920]) {
    await page.setViewportSize({ width, height: 1000 })
    await page.goto('/read/')
    const boxes = await page.locator('.page-read p.source').evaluateAll(lines => lines.map((line) => {
      const { bottom, left, right, top } = line.getBoundingClientRect()
      const text = line.closest('.slide')!.getBoundingClientRect()
      return { isBeside: left >= text.right, bottom, fits: right <= innerWidth && top >= text.top && bottom <= text.bottom, top }
    }))
    const beside = boxes.filter(({ isBeside }) => isBeside)
    expect(beside.length).toBeGreaterThan(30)
    expect(beside.filter(({ fits }) => !fits)).toEqual([])
    for (const [index, { bottom }] of beside.slice(0, -1).entries())
      expect(beside[index + 1]!.top).toBeGreaterThanOrEqual(bottom)
  }
  await page.setViewportSize({ width: 1600, height: 1000 })
  expect(await page.locator('#both p.source').evaluate(line => line.getBoundingClientRect().left < line.closest('.slide')!.getBoundingClientRect().right)).toBe(true)
})

test('tables stay tables where a narrow window stacks their cells', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/read/')
  const table = page.locator('#comparison').getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['Go', 'Rust'])
  expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1)
  const [label, go, rust] = await Promise.all([
    table.getByRole('rowheader').first().boundingBox(),
    table.getByRole('row').nth(1).getByRole('cell').nth(0).boundingBox(),
    table.getByRole('row').nth(1).getByRole('cell').nth(1).boundingBox(),
  ])
  expect(go!.y).toBeGreaterThanOrEqual(label!.y + label!.height - 1)
  expect(rust!.y).toBe(go!.y)
  expect(rust!.x).toBeGreaterThan(go!.x)
})

test('on paper there is the text and nothing to press', async ({ page }) => {
  await page.goto('/read/')
  await page.emulateMedia({ media: 'print' })
  for (const part of await page.getByRole('navigation').all())
    await expect.soft(part).toBeHidden()
  await expect(page.getByRole('link', { name: /^Open as slide/ })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('blockquote')).toHaveCount(quotations.length)
})

test('on paper no headline stands at the end of a page', async ({ page }) => {
  await page.goto('/read/')
  const squeeze = (text: string) => text.toLowerCase().replace(/\s+/g, '')
  const headlines = (await page.getByRole('heading').allInnerTexts()).map(squeeze)
  expect(headlines.length).toBeGreaterThan(slides.length / 2)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise
  expect(pdf.numPages).toBeGreaterThan(20)
  for (let no = 1; no < pdf.numPages; no += 1) {
    const { items } = await (await pdf.getPage(no)).getTextContent()
    const texts = items.flatMap(item => 'str' in item && item.str.trim() ? [item] : [])
    const foot = Math.min(...texts.map(({ transform }) => transform[5] as number))
    const last = squeeze(texts.filter(({ transform }) => Math.abs(transform[5] - foot) < 1).map(({ str }) => str).join(''))
    expect.soft(headlines.filter(headline => headline.endsWith(last)), `last line of page ${no}: ${last}`).toEqual([])
  }
})

test('colours of the reader’s own leave Go and Rust their shapes', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/read/')
  for (const language of ['go', 'rust']) {
    const { colour, ground } = await page.locator(`#comparison .mark.${language}`).evaluate(mark => ({
      colour: getComputedStyle(mark).backgroundColor,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }))
    expect(colour).not.toBe(ground)
  }
  await page.goto('/read/#safety')
  await expect(page.locator('.contents [aria-current]')).toHaveCSS('border-left-style', 'double')
})
