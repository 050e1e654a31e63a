import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import JSZip from 'jszip'
import { loadDeck, pagesOf, type Deck } from '../../scripts/deck'
import { run } from '../../scripts/run'
import quotations from '../fixtures/quotations.json' with { type: 'json' }
import { exported, folder, squeeze } from './exported'
import { findOffice } from './office'
import { openInPdfium } from './read-pdfium'

test.describe.configure({ timeout: 300_000 })

const name = 'better-together.pptx'

interface Sheet {
  title: string
  /** Alternative text of each picture. */
  alternatives: string[]
  notes: string
}

/** Texts of the runs in a part of the file. */
const words = (xml: string): string => plain([...xml.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, text = '']) => text).join('\n'))
const plain = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')

async function readSheets(): Promise<Sheet[]> {
  const zip = await JSZip.loadAsync(await exported(name))
  const read = (path: string): Promise<string> => zip.file(path)?.async('string') ?? Promise.resolve('')
  const count = zip.file(/^ppt\/slides\/slide\d+\.xml$/).length
  return Promise.all(Array.from({ length: count }, async (_, index) => {
    const slide = await read(`ppt/slides/slide${index + 1}.xml`)
    const notes = await read(`ppt/notesSlides/notesSlide${index + 1}.xml`)
    return {
      title: words(slide),
      alternatives: [...slide.matchAll(/<p:pic>.*?descr="([^"]*)"/gs)].map(([, text = '']) => plain(text)),
      notes: words(notes),
    }
  }))
}

test.describe(name, () => {
  let deck: Deck
  let sheets: Sheet[]
  /** The slide behind each sheet. */
  let slides: Deck['slides']
  test.beforeAll(async () => {
    deck = await loadDeck()
    sheets = await readSheets()
    slides = deck.slides.flatMap(slide => pagesOf(slide, false).map(() => slide))
  })

  test('has a slide per page of the PDF, each with a picture and the title of its own', () => {
    expect(sheets).toHaveLength(slides.length)
    expect(sheets.flatMap(({ alternatives }, index) => alternatives.length === 1 ? [] : [index + 1])).toEqual([])
    const wrong = sheets.filter(({ title }, index) => !squeeze(title).startsWith(squeeze(slides[index]!.title)))
    expect(wrong).toEqual([])
    expect(new Set(sheets.map(({ title }) => title)).size).toBe(sheets.length)
  })

  test('has the notes on every slide', () => {
    const missing = sheets.filter(({ notes }, index) => {
      const [first = ''] = slides[index]!.note.split(/\[click|\n\n/)
      return !first.trim() || !squeeze(notes).includes(squeeze(first))
    })
    expect(missing.map(({ title }) => title)).toEqual([])
    expect(sheets.filter(({ notes }) => /\*\*|\[click/.test(notes))).toEqual([])
  })

  test('says in words what its pictures show, every quotation too', () => {
    const short = sheets.filter(({ alternatives: [text = ''], title }) => text.length <= title.length)
    expect(short).toEqual([])
    const all = squeeze(sheets.flatMap(({ alternatives }) => alternatives).join(' '))
    expect(quotations.filter(({ text }) => !all.includes(squeeze(text))).map(({ order }) => order)).toEqual([])
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
        expect(pdfium.sizes).toHaveLength(slides.length)
        for (const [index, slide] of slides.entries())
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
