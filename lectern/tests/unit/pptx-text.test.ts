import { describe, expect, it } from 'vitest'
import { arialWidths, isStacked, shapeWriter, type ShapeWriter } from '../../export/pptx-text'
import type { TextBlock, TextRun } from '../../export/slide-text'

const run: TextRun = { text: 'Go & “Rust”', font: 'Bricolage Grotesque', size: 20, bold: false, italic: false, colour: '1B1F24', spacing: 0, underlined: false, struck: false }
const box = { x: 10, y: 10, width: 200, height: 24 }
const block = (more: Partial<TextBlock> = {}): TextBlock =>
  ({ of: 'blockquote', part: 0, box, room: 400, words: [box], align: 'left', lineHeight: 24, indent: 0, lines: [[run]], ...more })

/** A pixel is a point here. */
const writer = async (): Promise<ShapeWriter> => shapeWriter(600, 12_700, await arialWidths())

describe('a text', () => {
  it('says how its words look, and where', async () => {
    const xml = (await writer()).text('Quote', block({ lines: [[run, { ...run, text: ' too', bold: true, colour: 'AA0000' }]] }))
    expect(xml).toContain('<a:off x="127000" y="127000"/>')
    expect(xml).toContain('sz="2000" b="0" i="0"')
    expect(xml).toContain('<a:srgbClr val="AA0000"/>')
    expect(xml).toContain('<a:t>Go &amp; “Rust”</a:t>')
    expect(xml).toContain('<a:t> too</a:t>')
    expect(xml).toContain('<a:spcPts val="2400"/>')
  })

  it('is smaller where it would not fit in Arial', async () => {
    // Of Arial a W is 0.944 em wide.
    const wide = { ...run, text: 'W'.repeat(12) }
    const size = /sz="(\d+)"/.exec((await writer()).text('Quote', block({ lines: [[wide]], room: 200 })))![1]
    expect(Number(size) / 100 * 12 * 0.944).toBeCloseTo(200, 0)
  })

  it('ends its lines where they end on the slide', async () => {
    const xml = (await writer()).text('Quote', block({ lines: [[{ ...run, text: 'one ' }], [{ ...run, text: 'two' }]] }))
    expect(xml.match(/<a:t>[^<]*<\/a:t>|<a:br\/>|<a:p>/g)).toEqual(['<a:p>', '<a:t>one</a:t>', '<a:br/>', '<a:t>two</a:t>'])
  })

  it('is as high as on the slide, where its letters are of several sizes', async () => {
    const lines = [[run], [{ ...run, size: 80 }]]
    // 1.2 × (20 + 80) by itself.
    expect((await writer()).text('Quote', block({ lines, box: { ...box, height: 108 } }))).toContain('<a:spcPct val="90000"/>')
  })

  it('is written without what XML cannot have, and in letters that the schema knows', async () => {
    const xml = (await writer()).text('Quote', block({ lines: [[{ ...run, text: 'A\u0008B\uD800C\n', size: 0.2 }]] }))
    expect(xml).toContain('<a:t>ABC</a:t>')
    expect(xml).toContain('sz="100"')
  })

  it('is underlined and struck through as on the slide', async () => {
    const xml = (await writer()).text('Quote', block({ lines: [[{ ...run, struck: true }, { ...run, underlined: true }]] }))
    expect(xml.match(/ (?:u|strike)="\w+"/g)).toEqual([' strike="sngStrike"', ' u="sng"'])
  })

  it('hangs as far as on the slide', async () => {
    expect((await writer()).text('Quote', block({ indent: -7 }))).toContain('<a:pPr marL="88900" marR="0" indent="-88900"')
  })
})

describe('a headline', () => {
  it('is the title, with what tells it apart in small letters', async () => {
    const xml = (await writer()).title([block({ of: 'headline' })], ' (2 of 3)')
    expect(xml).toContain('<p:ph type="title"/>')
    expect(xml).toMatch(/sz="1000"[^>]*>(?:(?!<a:t>).)*<a:t> \(2 of 3\)<\/a:t>/)
    // From one margin to the other.
    expect(xml).toContain('cx="7366000"')
  })
})

describe('a table', () => {
  it('has a row and a cell for each, empty ones too', async () => {
    const cells = [0, 24].map(y => [0, 100].map(x => ({ x, y, width: 100, height: 24 })))
    const xml = (await writer()).table({ part: 0, cells }, [block({ row: 1, column: 1, of: 'cell', box: { ...box, x: 110, y: 26, width: 60, height: 20 } })], 'All “words”')
    expect(xml.match(/<a:tr h="304800">/g)).toHaveLength(2)
    expect(xml.match(/<a:tc>/g)).toHaveLength(4)
    expect(xml.match(/<a:gridCol w="1270000"\/>/g)).toHaveLength(2)
    expect(xml).toContain('marL="127000" marR="0" marT="0" marB="0" anchor="ctr"')
    expect(xml).toContain('descr="All “words”"')
  })

  it('has the gaps between rows and columns in them', async () => {
    const cells = [0, 40].map(y => [0, 130].map(x => ({ x, y, width: 100, height: 24 })))
    const xml = (await writer()).table({ part: 0, cells }, [], '')
    expect([...xml.matchAll(/<a:gridCol w="(\d+)"/g)].map(([, width]) => Number(width) / 12_700)).toEqual([130, 100])
    expect([...xml.matchAll(/<a:tr h="(\d+)"/g)].map(([, height]) => Number(height) / 12_700)).toEqual([40, 24])
  })

  it('sets paragraphs of a cell as far apart as they stand', async () => {
    // Lines of 24 pixels at a distance of 30: six between them.
    const inside = [10, 40].map(y => block({ row: 0, column: 0, of: 'cell', box: { ...box, y, height: 20 } }))
    const xml = (await writer()).table({ part: 0, cells: [[{ x: 0, y: 0, width: 300, height: 80 }]] }, inside, '')
    expect([...xml.matchAll(/<a:spcBef><a:spcPts val="(\d+)"/g)].map(([, points]) => points)).toEqual(['0', '600'])
  })

  it('leaves words in the middle of a cell all of its width', async () => {
    const cells = [[{ x: 0, y: 0, width: 220, height: 44 }]]
    const inside = block({ row: 0, column: 0, of: 'cell', align: 'center', box: { ...box, x: 50, width: 120 } })
    const { table } = await writer()
    expect(table({ part: 0, cells }, [inside], '')).toContain('marL="0" marR="0"')
    expect(table({ part: 0, cells }, [{ ...inside, box: { ...inside.box, x: 40 } }], '')).toContain('marL="0" marR="254000"')
  })

  it('has paragraphs of a cell as far in as they stand', async () => {
    const inside = [block({ row: 0, column: 0, of: 'cell' }), block({ row: 0, column: 0, of: 'cell', box: { ...box, x: 30, y: 34 } })]
    const xml = (await writer()).table({ part: 0, cells: [[{ x: 0, y: 0, width: 300, height: 60 }]] }, inside, '')
    expect([...xml.matchAll(/<a:pPr marL="(\d+)"/g)].map(([, margin]) => margin)).toEqual(['0', '254000'])
  })

  it('is one where paragraphs of a cell stand one below the other', () => {
    const beside = block({ row: 0, column: 0, box: { ...box, x: 300 } })
    const below = block({ row: 0, column: 0, box: { ...box, y: 34 } })
    const first = block({ row: 0, column: 0 })
    expect(isStacked([first, below])).toBe(true)
    expect(isStacked([first, beside])).toBe(false)
    expect(isStacked([first, { ...beside, column: 1 }])).toBe(true)
  })
})
