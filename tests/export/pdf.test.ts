import { expect, test } from '@playwright/test'
import { advice, carouselOf, chapters, comparison, decision, sources, topics, tradeoffs, type ChapterId, type TopicId } from '../../data/deck'
import { loadDeck, pagesOf, type Deck, type DeckSlide } from 'slidev-addon-lectern/node'
import { readTagged } from '../../lectern/pdf/check/reader'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { exported, squeeze } from './exported'
import { openInPdfium, type PdfiumFile } from './read-pdfium'
import { readPdf, type Heading, type OutlineItem, type ReadPdf } from './read-pdf'

test.describe.configure({ timeout: 120_000 })

const perSlide = (slide: DeckSlide): number => pagesOf(slide, false).length
const perStep = (slide: DeckSlide): number => pagesOf(slide, true).length

/** What a handout leaves out: the cover opens it, and it has contents and notes of its own. */
const isInHandout = ({ alias, content }: DeckSlide): boolean => !(content.includes('<SourceList') || alias === 'cover' || alias === 'contents')

/** Main headings of a handout in order: each chapter’s, by its name, before those of its slides. */
function handoutHeadings({ slides }: Deck): (string | DeckSlide)[] {
  const chapterOf = (slide: DeckSlide) => slides.slice(0, slide.no).findLast(({ chapter }) => chapter)!.chapter!
  const shown = slides.filter(isInHandout)
  return shown.flatMap((slide, index) => {
    const before = shown[index - 1]
    const isFirst = !before || chapterOf(before) !== chapterOf(slide)
    return isFirst ? [chapters[chapterOf(slide) as ChapterId].label, slide] : [slide]
  })
}

/** Files of slides have pages for each of these; in a handout two slides may share a page. */
const variants: { name: string, size: [width: number, height: number], pagesPer?: (slide: DeckSlide) => number }[] = [
  { name: 'better-together.pdf', pagesPer: perSlide, size: [735, 414] },
  { name: 'better-together-steps.pdf', pagesPer: perStep, size: [735, 414] },
  { name: 'better-together-dark.pdf', pagesPer: perSlide, size: [735, 414] },
  { name: 'better-together-handout.pdf', size: [595, 842] },
  { name: 'better-together-handout-dark-letter.pdf', size: [612, 792] },
]

for (const { name, pagesPer, size } of variants) {
  test.describe(name, () => {
    let bytes: Uint8Array
    let deck: Deck
    let pdf: ReadPdf
    let pdfium: PdfiumFile
    /** The slides that are in the file. */
    let slides: DeckSlide[]
    /** The main heading of each of them, in order. */
    let slideHeadings: Heading[]

    test.beforeAll(async () => {
      test.setTimeout(120_000)
      bytes = await exported(name)
      deck = await loadDeck()
      pdf = await readPdf(bytes)
      pdfium = await openInPdfium(bytes)
      slides = pagesPer ? deck.slides : deck.slides.filter(isInHandout)
      slideHeadings = pagesPer ? pdf.headings.filter(({ level }) => level === 1) : headingsOfSlides(deck, pdf)
    })
    test.afterAll(() => pdfium.close())

    test('has every quotation, in the order of its carousel, for two readers', () => {
      // Those that are spoken come first.
      const ordered = (Object.keys(topics) as TopicId[]).flatMap(carouselOf).map(({ order }) => quotations.find(quotation => quotation.order === order)!)
      expect(new Set(ordered).size).toBe(21)
      for (const texts of [pdf.texts, pdfium.texts]) {
        const text = squeeze(texts.join(' '))
        const places = ordered.map(quotation => text.indexOf(squeeze(quotation.text)))
        expect(ordered.filter((_, index) => places[index]! < 0).map(({ order }) => order)).toEqual([])
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }
    })

    test('has every row of the comparison, for two readers', () => {
      const rows = comparison.map(({ go, label, rust }) => [label, go, rust].map(cell => [cell].flat()))
      expect(rows).toHaveLength(7)
      const text = squeeze(pdf.texts.join(' '))
      expect(rows.filter(row => !text.includes(squeeze(row.map(cell => cell.join(', ')).join(' '))))).toEqual([])
      // PDFium reads from left to right, line by line, and the labels stand in the middle, even in the middle of others’ lines: all cells are there.
      const words = squeeze(pdfium.texts.join(' ')).replaceAll(',', '')
      expect(rows.flatMap(([, go, rust]) => [...go!, ...rust!]).filter(item => !words.includes(squeeze(item).replaceAll(',', '')))).toEqual([])
    })

    test('has the pages that it should, of the right size, none of them blank', async () => {
      if (pagesPer)
        expect(pdf.texts).toHaveLength(deck.slides.reduce((sum, slide) => sum + pagesPer(slide), 0))
      expect(pdfium.texts).toHaveLength(pdf.texts.length)
      for (const { height, width } of pdfium.sizes) {
        expect(Math.abs(width - size[0])).toBeLessThan(1.5)
        expect(Math.abs(height - size[1])).toBeLessThan(1.5)
      }
      expect(pdf.texts.flatMap((page, index) => squeeze(page) ? [] : [index + 1])).toEqual([])
      for (let page = 1; page <= pdf.texts.length; page += 1)
        expect(new Set(await pdfium.render(page, 'Gray')).size, `shades on page ${page}`).toBeGreaterThan(20)
    })

    test('says what it is, in Info and in XMP alike', () => {
      const { author, keywords, subject, title } = deck
      expect(pdf).toMatchObject({ tagged: true, hasStructure: true, showsTitle: true })
      expect(pdf.info).toMatchObject({ title, author, subject, keywords: keywords.join(', '), language: 'en' })
      expect(title && author && subject && keywords.length).toBeTruthy()
      expect(pdf.xmp('dc:title')).toBe(title)
      expect(pdf.xmp('dc:description')).toBe(subject)
      expect(pdf.xmp('pdf:keywords')).toBe(keywords.join(', '))
      const digits = (date: unknown): string => String(date).replace(/\D/g, '').slice(0, 14)
      expect(digits(pdf.info.created)).toMatch(/^20\d{12}$/)
      expect(digits(pdf.xmp('xmp:createdate'))).toBe(digits(pdf.info.created))
      expect(digits(pdf.xmp('xmp:modifydate'))).toBe(digits(pdf.info.modified))
    })

    test('has one main heading a slide, and skips no level', () => {
      expect(slideHeadings).toHaveLength(slides.length)
      const skips = pdf.headings.filter(({ level }, index) => level > (pdf.headings[index - 1]?.level ?? 0) + 1)
      expect(skips).toEqual([])
    })

    test('has an outline of its chapters with their slides, each on its first page', () => {
      const parts = pagesPer ? pdf.outline : pdf.outline.slice(2, -2)
      const chapters = deck.slides.filter(({ chapter }) => chapter)
      expect(parts).toHaveLength(chapters.length)
      const entries = parts.flatMap(({ items }) => items)
      expect(entries.map(({ title }) => squeeze(title))).toEqual(slides.map(({ title }) => squeeze(title)))
      expect(entries.map(({ page }) => page)).toEqual(slideHeadings.map(({ page }) => page))
      const wrong = parts.filter(({ items, page }) => page !== items[0]?.page)
      expect(wrong).toEqual([])
      const deep = entries.filter(({ items }: OutlineItem) => items.length > 0)
      expect(deep).toEqual([])
    })

    test('shows its outline on opening', () => {
      expect(pdf.pageMode).toBe('UseOutlines')
    })

    test('uses each mark once, and has one place for it', () => {
      expect(pdf.marks.flatMap(({ opened }) => opened).length).toBeGreaterThan(1000)
      for (const [index, { opened, placed }] of pdf.marks.entries()) {
        expect(opened.filter((id, at) => opened.indexOf(id) !== at), `used again on page ${index + 1}`).toEqual([])
        expect([...placed].sort(), `places of page ${index + 1}`).toEqual([...opened].sort())
      }
    })

    test('tells its footers from what is read', () => {
      // PDFium puts the words of a line in order, wherever they stand in the content.
      const footers = pdfium.texts.map((text, index) => pagesPer
        ? Object.values(chapters).some(({ label }) => squeeze(text).includes(squeeze(`${label}${pdf.labels[index]!.split('.')[0]!}`)))
        : squeeze(text).includes(squeeze(`${deck.title}${index + 1}`)))
      expect(footers.filter(Boolean).length).toBeGreaterThan(25)
      expect(pdf.footers).toEqual(footers)
    })

    test('fades without a mask that Ghostscript would not draw', () => {
      expect(pdf.luminosityMasks).toBe(0)
    })

    test('numbers its pages as the slides are numbered', () => {
      const labels = pagesPer
        ? deck.slides.flatMap((slide) => {
            const count = pagesPer(slide)
            return Array.from({ length: count }, (_, index) => count > 1 ? `${slide.no}.${index + 1}` : String(slide.no))
          })
        : []
      expect(pdf.labels).toEqual(labels)
    })

    test('embeds its fonts as outlines, and stays under 1 MB', () => {
      expect(pdf.fonts).not.toEqual([])
      expect(pdf.fonts.filter(({ embedded, name, type }) => !embedded || type === 'Type3' || !/^[A-Z]{6}\+/.test(name))).toEqual([])
      expect(bytes.length).toBeLessThan(1_000_000)
    })

    test('names every link, and leads to a slide, to a note or out to the web', () => {
      expect(pdf.links.filter(({ contents }) => !contents)).toEqual([])
      const inside = pdf.links.filter(({ url }) => url === undefined)
      expect(inside.length).toBeGreaterThan(pagesPer ? 5 : slides.length)
      for (const { contents, target } of inside) {
        const slide = /^Slide (\d+): ./.exec(contents)?.[1]
        const chapter = pdf.outline.find(({ items, title }) => items.length > 0 && title === contents)
        if (slide)
          expect(target, contents).toBe(slideHeadings[slides.findIndex(({ no }) => no === Number(slide))]!.page)
        else if (chapter)
          expect(target, contents).toBe(chapter.page)
        else
          expect(target, contents).toBeGreaterThanOrEqual(slideHeadings.at(-1)!.page)
      }
      const outside = pdf.links.flatMap(({ url }) => url ?? [])
      expect(outside.length).toBeGreaterThan(20)
      expect(outside.filter(url => !url.startsWith('https://'))).toEqual([])
    })
  })
}

/** Headings of the slides in a handout. Its own title stands before them; its notes and a sheet to fill in, after. */
function headingsOfSlides(deck: Deck, { headings }: Pick<ReadPdf, 'headings'>): Heading[] {
  const order = handoutHeadings(deck)
  const main = headings.filter(({ level }) => level === 1)
  expect(main).toHaveLength(1 + order.length + 2)
  return main.slice(1, -2).filter((_, index) => typeof order[index] !== 'string')
}

test('the handout has what is said, its contents the pages of the slides', async () => {
  const deck = await loadDeck()
  const bytes = await exported('better-together-handout.pdf')
  const pdf = await readPdf(bytes)
  const { links, texts, types } = pdf
  // Paragraphs go on over pages: only the tags have them whole.
  const { textIn, tree } = await readTagged(bytes)
  const text = squeeze(textIn(tree))
  const shown = deck.slides.filter(isInHandout)
  const spoken = [deck.slides[0]!, ...shown].map(({ note }) => note.split(/\[click|\n\n/)[0]!.trim()).filter(Boolean)
  expect(spoken).toHaveLength(1 + shown.length)
  expect(spoken.filter(words => !text.includes(squeeze(words)))).toEqual([])
  const pages = headingsOfSlides(deck, pdf).map(({ page }) => page)
  const contents = squeeze(texts[1]!)
  const missing = shown.filter(({ title }, index) => !contents.includes(squeeze(`${title}${pages[index]}`)))
  expect(missing.map(({ title }) => title)).toEqual([])
  // The contents take one page.
  expect(Math.min(...pages)).toBe(3)
  // Its sources are notes, and what leads to them are references.
  const references = links.flatMap(({ contents }) => /^Note \d+$/.test(contents) ? [contents] : [])
  expect(types.filter(type => type === 'Note')).toHaveLength(Object.keys(sources).length)
  expect(types.filter(type => type === 'Reference')).toHaveLength(references.length)
  expect(references.length).toBeGreaterThan(50)
  // At the foot of each page, the name of the deck and the number.
  const pdfium = await openInPdfium(await exported('better-together-handout.pdf'))
  const numbered = pdfium.texts.map((page, index) => squeeze(page).includes(squeeze(`${deck.title}${index + 1}`)))
  pdfium.close()
  expect(numbered).toEqual(texts.map(() => true))
})

test('the first page of the handout says what the deck comes to', async () => {
  const { texts } = await readPdf(await exported('better-together-handout.pdf'))
  const page = squeeze(texts[0]!)
  const words = [
    ...tradeoffs.flatMap(({ go, goal, rust }) => [goal, go.gain, go.price, rust.gain, rust.price]),
    ...advice.flatMap(({ text, title }) => [title, text]),
  ]
  expect(words).toHaveLength(26)
  expect(words.filter(text => !page.includes(squeeze(text)))).toEqual([])
})

test('the notes of the handout have every address, whole for whoever copies it', async () => {
  const bytes = await exported('better-together-handout.pdf')
  const pdfium = await openInPdfium(bytes)
  for (const texts of [(await readPdf(bytes)).texts, pdfium.texts]) {
    const text = texts.join('').replace(/\s/g, '')
    expect(Object.values(sources).map(({ url }) => url).filter(url => !text.includes(url))).toEqual([])
  }
  pdfium.close()
})

test('the dark handout is of one ground', async () => {
  const pdfium = await openInPdfium(await exported('better-together-handout-dark-letter.pdf'))
  try {
    const pixels = await pdfium.render(5, 'BGRA')
    const counts = new Map<string, number>()
    for (let at = 0; at < pixels.length; at += 4) {
      const colour = pixels.subarray(at, at + 3).join(' ')
      counts.set(colour, (counts.get(colour) ?? 0) + 1)
    }
    const grounds = [...counts].sort(([, a], [, b]) => b - a)
    // The corner, which is margin, is as most of the page, and no other colour fills as much as a strip.
    expect(grounds[0]![0]).toBe(pixels.subarray(0, 3).join(' '))
    expect(grounds[1]![1]).toBeLessThan(8000)
  }
  finally {
    pdfium.close()
  }
})

test('the handout takes thirty pages at most', async () => {
  const { texts } = await readPdf(await exported('better-together-handout.pdf'))
  expect(texts.length).toBeLessThanOrEqual(30)
})

test('the handout has the six questions on one sheet to fill in', async () => {
  const { headings, outline, texts } = await readPdf(await exported('better-together-handout.pdf'))
  const { page, title } = outline.find(({ title }) => title.startsWith('A sheet to fill in'))!
  const sheet = squeeze(texts[page! - 1]!)
  const words = decision.flatMap(({ question, go, rust }) => [question, go.answer, go.reason, rust.answer, rust.reason])
  expect(words).toHaveLength(30)
  expect(words.filter(text => !sheet.includes(squeeze(text)))).toEqual([])
  expect(headings.filter(heading => heading.level === 1 && heading.page === page)).toHaveLength(1)
  expect(squeeze(texts[1]!)).toContain(squeeze(`${title}${page}`))
})

test('--range prints those slides only, each with a link to itself online', async () => {
  const { headings, links } = await readPdf(await exported('better-together-slides-1,3.pdf'))
  expect(headings.filter(({ level }) => level === 1).map(({ page }) => page)).toEqual([1, 2])
  const online = links.filter(({ contents }) => / online$/.test(contents))
  const { slides } = await loadDeck()
  expect(online).toMatchObject([1, 3].map((no, index) =>
    ({ page: index + 1, contents: `Slide ${no} online`, url: `https://example.org/talk/${slides[no - 1]!.alias}` })))
})

test('in grey, the lines of Go and Rust differ', async () => {
  const { slides } = await loadDeck()
  const bytes = await exported('better-together.pdf')
  const { labels } = await readPdf(bytes)
  const pdfium = await openInPdfium(bytes)
  try {
    const page = 1 + labels.indexOf(String(slides.find(({ alias }) => alias === 'used')!.no))
    const colours = await pdfium.render(page, 'BGRA')
    const grey = await pdfium.render(page, 'Gray')
    const shadesOf = (red: number, green: number, blue: number): number[] => Array.from(grey).filter((_, index) =>
      colours[4 * index] === red && colours[4 * index + 1] === green && colours[4 * index + 2] === blue)
    const go = shadesOf(0x00, 0x7D, 0x9C)
    const rust = shadesOf(0x8C, 0x2F, 0x14)
    expect(go.length).toBeGreaterThan(50)
    expect(rust.length).toBeGreaterThan(50)
    expect(Math.min(...go) - Math.max(...rust)).toBeGreaterThan(15)
  }
  finally {
    pdfium.close()
  }
})
