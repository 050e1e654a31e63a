import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { quotesOf, topics, type Quote, type TopicId } from '../../data/deck'
import { type Deck, type DeckSlide, loadDeck, pagesOf, run } from 'slidev-addon-lectern/node'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { exported, folder, runExport, squeeze } from './exported'
import { findOffice } from './office'
import { readPdf } from './read-pdf'
import { openInPdfium } from './read-pdfium'
import { allOf, findMisfits, paragraphsOf, readPackage, relationshipsOf, type Package, type XmlElement } from './read-pptx'

test.describe.configure({ timeout: 300_000 })

const name = 'better-together.pptx'

interface Sheet {
  title: string
  /** Alternative text of each picture. */
  alternatives: string[]
  /** A paragraph each. */
  notes: string[]
}

/** The shapes of a part that stand for a placeholder. */
const placeholders = (part: XmlElement, type: string): XmlElement[] =>
  allOf(part, 'p:sp').filter(shape => allOf(shape, 'p:ph').some(({ attributes }) => attributes.type === type))

/** The slides in the order of the presentation. */
function readSheets(pptx: Package): Sheet[] {
  const presentation = 'ppt/presentation.xml'
  const targets = new Map(relationshipsOf(pptx, presentation).map(({ id, target }) => [id, target]))
  return allOf(pptx.parts.get(presentation)!, 'p:sldId').map(({ attributes }) => {
    const name = targets.get(attributes['r:id']!)!
    const slide = pptx.parts.get(name)!
    const notes = relationshipsOf(pptx, name).find(({ type }) => type === 'notesSlide')!.target
    return {
      title: placeholders(slide, 'title').flatMap(paragraphsOf).join(''),
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

  test('says in words what its pictures show, every quotation too', () => {
    const short = sheets.filter(({ alternatives: [text = ''], title }) => text.length <= title.length)
    expect(short).toEqual([])
    const all = squeeze(sheets.flatMap(({ alternatives }) => alternatives).join(' '))
    expect(quotations.filter(({ text }) => !all.includes(squeeze(text))).map(({ order }) => order)).toEqual([])
  })

  test('says them as they are read: nothing glued, no line cut', () => {
    const texts = sheets.map(({ alternatives: [text = ''] }) => text)
    expect(texts[0]).toMatch(/^Go and Rust, better together\. What the two languages share/)
    const quoted = (Object.keys(topics) as TopicId[]).flatMap(id => quotesOf(id))
    expect(quoted).toHaveLength(quotations.length)
    const origin = ({ about, speaker, ...quote }: Quote): string =>
      `${[speaker, quote.role, quote.company].filter(Boolean).join(', ')} on ${{ go: 'Go', rust: 'Rust', both: 'Go and Rust' }[about]}.`
    expect(quoted.map(origin).filter(line => !texts.some(text => text.replaceAll('”.', '”').includes(`” ${line}`)))).toEqual([])
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
