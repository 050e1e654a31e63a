import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { liftText } from '../../export/lift-text'
import type { Box, TextBlock } from '../../export/slide-text'

const run = { text: 'Words', font: 'Arial', size: 10, bold: false, italic: false, colour: '000000', spacing: 0, underlined: false, struck: false }
const block = (box: Box, more: Partial<TextBlock> = {}): TextBlock =>
  ({ of: 'cell', part: 0, box, room: box.width, words: [box], align: 'left', lineHeight: 12, indent: 0, lines: [[run]], ...more })

/** A white picture of 200 × 100 with black boxes in it, twice as large as the slide. */
async function picture(...boxes: Box[]): Promise<Buffer> {
  const pixels = Buffer.alloc(200 * 100 * 3, 255)
  for (const { height, width, x, y } of boxes) {
    for (let row = y; row < y + height; row++)
      pixels.fill(0, 3 * (row * 200 + x), 3 * (row * 200 + x + width))
  }
  return sharp(pixels, { raw: { width: 200, height: 100, channels: 3 } }).png().toBuffer()
}

const isBlank = (pixels: Uint32Array): boolean => pixels.every(value => value === 0xFFFFFFFF)
const word = { x: 40, y: 40, width: 60, height: 20 }
const itsBox = { x: 20, y: 20, width: 30, height: 10 }

describe('liftText', () => {
  it('takes words off a plain ground', async () => {
    const only = block(itsBox)
    const lifted = await liftText(await picture(word), { nodes: [], blocks: [only], tables: [] }, 100)
    expect(lifted.blocks).toEqual([only])
    expect(isBlank(lifted.pixels)).toBe(true)
  })

  it('leaves words where something else stands beside or between them', async () => {
    const line = { x: 40, y: 64, width: 100, height: 1 }
    const lower = { ...itsBox, y: 34 }
    const underlined = block(itsBox, { words: [itsBox, lower] })
    const lifted = await liftText(await picture(word, line, { ...word, y: 68 }), { nodes: [], blocks: [underlined], tables: [] }, 100)
    expect(lifted.blocks).toEqual([])
    expect(isBlank(lifted.pixels)).toBe(false)
    expect(lifted.pixels[45 * 200 + 45]).toBe(0xFF000000)
  })

  it('leaves words that are not to be seen, and makes no text of them', async () => {
    const { blocks } = await liftText(await picture(), { nodes: [], blocks: [block(itsBox)], tables: [] }, 100)
    expect(blocks).toEqual([])
    const second = { ...itsBox, x: 60 }
    const half = block(itsBox, { words: [itsBox, second] })
    expect((await liftText(await picture(word), { nodes: [], blocks: [half], tables: [] }, 100)).blocks).toEqual([])
  })

  it('leaves words that begin outside the picture', async () => {
    const { blocks } = await liftText(await picture(), { nodes: [], blocks: [block({ ...itsBox, x: -10 })], tables: [] }, 100)
    expect(blocks).toEqual([])
  })

  it('gives a table only where all of its words are taken', async () => {
    const table = { part: 0, cells: [[itsBox, { ...itsBox, x: 60 }]] }
    const second = block({ ...itsBox, x: 60 })
    const take = async (png: Buffer) => (await liftText(png, { nodes: [], blocks: [block(itsBox), second], tables: [table] }, 100)).tables
    expect(await take(await picture(word, { ...word, x: 120 }))).toEqual([table])
    expect(await take(await picture(word, { ...word, x: 110 }))).toEqual([])
    expect((await liftText(await picture(), { nodes: [], blocks: [], tables: [table] }, 100)).tables).toEqual([])
  })
})
