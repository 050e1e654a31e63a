import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import JSZip from 'jszip'
import { bugs, comparison, quotesOf, topics, type Quote, type TopicId } from '../../data/deck'
import { type Deck, type DeckSlide, loadDeck, pagesOf, run } from 'slidev-addon-lectern/node'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { exported, folder, runExport, squeeze } from './exported'
import { findOffice } from './office'
import { readPdf } from './read-pdf'
import { openInPdfium } from './read-pdfium'
import { allOf, findMisfits, paragraphsOf, readPackage, relationshipsOf, type Package, type XmlElement } from './read-pptx'

test.describe.configure({ timeout: 300_000 })

const name = 'better-together.pptx'

/** In EMU. */
interface Place {
  x: number
  y: number
  width: number
  height: number
}

interface Sheet {
  title: string
  titlePlace: Place
  /** Words that are text, with the name of their shape; a table is one. */
  texts: { name: string, words: string, place: Place }[]
  /** Cells of each row of each table. */
  tables: string[][][]
  /** Name of the part that is the picture. */
  picture: string
  /** Alternative text of each picture. */
  alternatives: string[]
  /** A paragraph each. */
  notes: string[]
}

/** The shapes of a part that stand for a placeholder. */
const placeholders = (part: XmlElement, type: string): XmlElement[] =>
  allOf(part, 'p:sp').filter(shape => allOf(shape, 'p:ph').some(({ attributes }) => attributes.type === type))

function placeOf(shape: XmlElement): Place {
  const [offset, extent] = ['a:off', 'a:ext'].map(name => allOf(shape, name)[0]!.attributes)
  return { x: Number(offset!.x), y: Number(offset!.y), width: Number(extent!.cx), height: Number(extent!.cy) }
}

/** Words of several paragraphs and lines in one line. */
const inOneLine = (paragraphs: readonly string[]): string => paragraphs.join(' ').replace(/\s+/g, ' ').trim()

/** The slides in the order of the presentation. */
function readSheets(pptx: Package): Sheet[] {
  const presentation = 'ppt/presentation.xml'
  const targets = new Map(relationshipsOf(pptx, presentation).map(({ id, target }) => [id, target]))
  return allOf(pptx.parts.get(presentation)!, 'p:sldId').map(({ attributes }) => {
    const name = targets.get(attributes['r:id']!)!
    const slide = pptx.parts.get(name)!
    const notes = relationshipsOf(pptx, name).find(({ type }) => type === 'notesSlide')!.target
    const [title] = placeholders(slide, 'title')
    const shapes = [...allOf(slide, 'p:sp').filter(shape => shape !== title && allOf(shape, 'a:t').length > 0), ...allOf(slide, 'p:graphicFrame')]
    return {
      title: inOneLine(paragraphsOf(title!)),
      titlePlace: placeOf(title!),
      texts: shapes.map(shape => ({
        name: allOf(shape, 'p:cNvPr')[0]!.attributes.name!,
        words: inOneLine(paragraphsOf(shape)),
        place: placeOf(shape),
      })),
      tables: allOf(slide, 'a:tbl').map(table => allOf(table, 'a:tr').map(row => allOf(row, 'a:tc').map(cell => inOneLine(paragraphsOf(cell))))),
      picture: relationshipsOf(pptx, name).find(({ type }) => type === 'image')!.target,
      alternatives: allOf(slide, 'p:pic').flatMap(picture => allOf(picture, 'p:cNvPr')).map(({ attributes }) => attributes.descr ?? ''),
      notes: placeholders(pptx.parts.get(notes)!, 'body').flatMap(paragraphsOf),
    }
  })
}

test.describe(name, () => {
  let deck: Deck
  let pptx: Package
  let sheets: Sheet[]
  /** The slide behind each sheet, the step that it shows, and that of the slide’s sheet before it. */
  let pages: { slide: DeckSlide, step: number, before: number, isLast: boolean }[]
  test.beforeAll(async ({ browser }) => {
    deck = await loadDeck()
    pptx = await readPackage(browser, await exported(name))
    sheets = readSheets(pptx)
    pages = deck.slides.flatMap((slide) => {
      const steps = pagesOf(slide, false)
      return steps.map((step, index) => ({ slide, step, before: steps[index - 1] ?? -1, isLast: index === steps.length - 1 }))
    })
  })

  test('has a slide per page of the PDF, each with a picture and the title of its own', () => {
    expect(sheets).toHaveLength(pages.length)
    expect(sheets.flatMap(({ alternatives }, index) => alternatives.length === 1 ? [] : [index + 1])).toEqual([])
    const wrong = sheets.filter(({ title }, index) => !squeeze(title).startsWith(squeeze(pages[index]!.slide.title)))
    expect(wrong).toEqual([])
    expect(new Set(sheets.map(({ title }) => title)).size).toBe(sheets.length)
  })

  test('is small enough to be sent', async () => {
    expect((await exported(name)).length).toBeLessThanOrEqual(4_000_000)
  })

  test('has on every slide what is said at its step, and at the last one the asides', () => {
    expect(sheets.length).toBeGreaterThan(deck.slides.length)
    const wrong = sheets.flatMap(({ notes, title }, index) => {
      const { before, isLast, slide, step } = pages[index]!
      const [said = '', ...asides] = slide.note.replace(/\[click\]\s*/g, '▸').split(/\n\n(?=\*\*)/)
      const expected = [...said.split('▸').slice(before + 1, step + 1), ...isLast ? asides : []].join('')
      return squeeze(notes.join('').replaceAll('▸', '')) === squeeze(expected.replaceAll('**', '')) ? [] : [{ title, notes, expected }]
    })
    expect(wrong).toEqual([])
    expect(sheets.filter(({ notes }) => /\*\*|\[click|\n|^▸/.test(notes.join('¶')))).toEqual([])
    // A paragraph is one, so that it is read as one.
    expect(sheets.at(-1)!.notes.filter(Boolean)).toHaveLength(deck.slides.at(-1)!.note.split('\n\n').length)
  })

  test('holds together: types, relationships, parts and numbers are one to one', async ({ browser }) => {
    expect(findMisfits(pptx)).toEqual([])

    const place = await mkdtemp(join(tmpdir(), 'pptx-'))
    try {
      const { code, output } = await runExport(['pptx', '--range', '1', '--no-notes', '--output', place])
      expect(code, output).toBe(0)
      const file = (await readdir(place)).find(file => file.endsWith('.pptx')) ?? ''
      expect(findMisfits(await readPackage(browser, await readFile(join(place, file))))).toEqual([])
    }
    finally {
      await rm(place, { recursive: true })
    }
  })

  test('has the order of the schema, and a page of notes on which its master fits', () => {
    const presentation = pptx.parts.get('ppt/presentation.xml')!
    expect(presentation.children.map(({ name }) => name)).toEqual([
      'p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:sldIdLst', 'p:sldSz', 'p:notesSz', 'p:defaultTextStyle',
    ])
    const { cx, cy } = allOf(presentation, 'p:notesSz')[0]!.attributes
    expect({ cx, cy }).toEqual({ cx: '6858000', cy: '9144000' })
    const places = allOf(pptx.parts.get('ppt/notesMasters/notesMaster1.xml')!, 'p:sp').map((shape) => {
      const [offset, extent] = ['a:off', 'a:ext'].map(name => allOf(shape, name)[0]!.attributes)
      return { right: Number(offset!.x) + Number(extent!.cx), bottom: Number(offset!.y) + Number(extent!.cy) }
    })
    expect(places).toHaveLength(6)
    expect(places.filter(({ bottom, right }) => right > Number(cx) || bottom > Number(cy))).toEqual([])
  })

  test('has properties that agree with its slides', () => {
    const app = pptx.parts.get('docProps/app.xml')!
    const [slides, notes, format] = ['Slides', 'Notes', 'PresentationFormat'].map(name => allOf(app, name)[0]!.text)
    expect({ slides, notes, format }).toEqual({ slides: `${sheets.length}`, notes: `${sheets.length}`, format: 'Widescreen' })
    const parts = allOf(allOf(app, 'TitlesOfParts')[0]!, 'vt:lpstr').map(({ text }) => text)
    expect(parts.slice(-sheets.length)).toEqual(sheets.map(({ title }) => title))
    const counts = allOf(allOf(app, 'HeadingPairs')[0]!, 'vt:i4').map(({ text }) => Number(text))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(parts.length)
    expect(allOf(allOf(app, 'TitlesOfParts')[0]!, 'vt:vector')[0]!.attributes.size).toBe(`${parts.length}`)
    const core = pptx.parts.get('docProps/core.xml')!
    expect(allOf(core, 'dc:title')[0]!.text).toBe(deck.title)
  })

  test('has headlines, quotations and tables as text', () => {
    const above = sheets.filter(({ titlePlace: { height, width, x, y } }) => x < 0 || y < 0 || x + width > 12_192_000 || y + height > 6_858_000)
    expect(above.map(({ title }) => title)).toEqual([])
    const quoted = squeeze(sheets.flatMap(({ texts }) => texts.filter(({ name }) => name === 'Quote').map(({ words }) => words)).join(' '))
    expect(quotations.filter(({ text }) => !quoted.includes(squeeze(text))).map(({ order }) => order)).toEqual([])

    const cells = sheets[deck.slides.findIndex(({ alias }) => alias === 'comparison')]!.texts.map(({ words }) => words)
    const expected = comparison.flatMap(row => [row.label, ...[row.go, row.rust].map(String)])
    expect(expected.length).toBe(3 * comparison.length)
    const isThere = (words: string): boolean => cells.some(cell => squeeze(cell).startsWith(squeeze(words).slice(0, 9)))
    expect(expected.filter(words => !isThere(words.replaceAll(',', ', ')))).toEqual([])

    const bugTable = sheets.find(({ tables }) => tables.some(([head]) => head!.includes('while it runs')))!.tables[0]!
    expect(bugTable.map(([label]) => label).slice(1)).toEqual(bugs.map(({ bug }) => bug))
    expect(bugTable.every(row => row.length === 3)).toBe(true)
  })

  test('has nothing in its pictures where a text stands', async ({ browser }) => {
    const zip = await JSZip.loadAsync(await exported(name))
    const page = await browser.newPage()
    try {
      let looked = 0
      for (const { picture, texts, title, titlePlace } of sheets) {
        const places = [titlePlace, ...texts.filter(({ name }) => name === 'Quote').map(({ place }) => place)]
        const shades = await page.evaluate(async ({ base64, places }) => {
          const image = new Image()
          image.src = `data:image/png;base64,${base64}`
          await image.decode()
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
          const paint = canvas.getContext('2d')!
          paint.drawImage(image, 0, 0)
          return places.map(({ height, width, x, y }) => {
            const { data } = paint.getImageData(...[x, y, width, height].map(emu => Math.floor(emu * image.width / 12_192_000)) as [number, number, number, number])
            return new Set(new Uint32Array(data.buffer)).size
          })
        }, { base64: await zip.file(picture)!.async('base64'), places })
        expect(shades, title).toEqual(shades.map(() => 1))
        looked += shades.length
      }
      expect(looked).toBeGreaterThan(70)
    }
    finally {
      await page.close()
    }
  })

  test('says in words what its pictures show, and no headline twice', () => {
    expect(sheets.filter(({ alternatives: [text = ''] }) => text.length < 50).map(({ title }) => title)).toEqual([])
    const twice = sheets.filter(({ alternatives: [text = ''], title }) => text.includes(title.replace(/ \(\d+ of \d+\)$/, '')))
    expect(twice.map(({ title }) => title)).toEqual([])
  })

  test('says them as they are read: nothing glued, no line cut', () => {
    const texts = sheets.map(({ alternatives: [text = ''] }) => text)
    expect(texts[0]).toMatch(/^What the two languages share/)
    const quoted = (Object.keys(topics) as TopicId[]).flatMap(id => quotesOf(id))
    expect(quoted).toHaveLength(quotations.length)
    const origin = ({ about, speaker, ...quote }: Quote): string =>
      `${[speaker, quote.role, quote.company].filter(Boolean).join(', ')} on ${{ go: 'Go', rust: 'Rust', both: 'Go and Rust' }[about]}.`
    expect(quoted.map(origin).filter(line => !texts.some(text => text.startsWith(line) || text.includes(`. ${line}`)))).toEqual([])
    // A full stop, comma or closing mark with a letter after it: two lines run together.
    expect(texts.filter(text => /\p{Ll}[,;:!?”]\p{L}/u.test(text))).toEqual([])
  })

  test('has the links of the PDF, each over its words', async () => {
    const { links, texts } = await readPdf(await exported('better-together.pdf'))
    const slides = allOf(pptx.parts.get('ppt/presentation.xml')!, 'p:sldId')
    expect(slides).toHaveLength(texts.length)
    const targets = new Map(relationshipsOf(pptx, 'ppt/presentation.xml').map(({ id, target }) => [id, target]))
    const found = slides.map(({ attributes }) => {
      const name = targets.get(attributes['r:id']!)!
      const urls = new Map(relationshipsOf(pptx, name).map(({ id, target }) => [id, target]))
      return allOf(pptx.parts.get(name)!, 'p:sp').flatMap(shape => allOf(shape, 'a:hlinkClick').map(({ attributes }) => ({
        url: urls.get(attributes['r:id']!)!,
        words: allOf(shape, 'p:cNvPr')[0]!.attributes.name,
        // Only what is filled takes a click.
        isFilled: allOf(shape, 'a:solidFill').length > 0,
      })))
    })
    const expected = texts.map((_, index) => new Set(links.filter(({ page, url }) => url && page === index + 1).map(({ url }) => url!)))
    expect(expected.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(100)
    expect(found.map(page => new Set(page.map(({ url }) => url)))).toEqual(expected)
    expect(found.flat().filter(({ isFilled, words }) => !isFilled || !words)).toEqual([])
  })

  test('opens in LibreOffice: every slide is there, none is empty', async () => {
    const office = await findOffice()
    // Said in a line by the search.
    if (office === undefined)
      return
    const place = await mkdtemp(join(tmpdir(), 'office-'))
    try {
      const profile = pathToFileURL(join(place, 'profile')).href
      const { code, output } = await run(office, [
        `-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', place, join(folder, name),
      ])
      expect(code, output).toBe(0)
      const pdfium = await openInPdfium(await readFile(join(place, 'better-together.pdf')))
      try {
        expect(pdfium.sizes).toHaveLength(pages.length)
        for (const [index, { slide }] of pages.entries())
          expect(new Set(await pdfium.render(index + 1, 'Gray')).size, `shades of slide ${slide.no}`).toBeGreaterThan(20)
      }
      finally {
        pdfium.close()
      }
    }
    finally {
      await rm(place, { recursive: true, force: true })
    }
  })
})
