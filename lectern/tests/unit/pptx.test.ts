import JSZip from 'jszip'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Deck } from '../../deck/deck'
import { makePptx } from '../../export/pptx'
import type { Box, ReadNode, SlideText, TextBlock } from '../../export/slide-text'

const canvas = { width: 980, height: 552 }
const look = { font: 'Arial', size: 20, bold: false, italic: false, colour: '000000', spacing: 0, underlined: false, struck: false }

function block(text: string, box: Box, more: Partial<TextBlock> = {}): TextBlock {
  return { of: 'headline', part: 0, box, room: 400, words: [box], align: 'left', lineHeight: 24, indent: 0, lines: [[{ ...look, text }]], ...more }
}

const node = (text: string, more: Partial<ReadNode> = {}): ReadNode => ({ depth: 1, text, part: 0, ...more })

/** XML of the slide that a white page becomes, on which a black box stands for each block. */
async function slideOf(text: SlideText, title = 'A title'): Promise<string> {
  const boxes = text.blocks.map(({ box }) => `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/>`)
  const png = await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="980" height="552"><rect fill="white" ${Object.entries(canvas).map(([key, value]) => `${key}="${value}"`).join(' ')}/>${boxes.join('')}</svg>`)).png().toBuffer()
  const deck = { title: 'Deck', author: '', subject: '', slides: [{ note: '' }] } as unknown as Deck
  const bytes = await makePptx(deck, [{ slide: 1, alias: undefined, step: 0, titles: [title] }], [Promise.resolve({ png, text, links: [] })], true, new Date(0))
  return (await JSZip.loadAsync(bytes)).file('ppt/slides/slide1.xml')!.async('string')
}

const first = { x: 40, y: 40, width: 80, height: 20 }
const titles = (xml: string): string[] => [...xml.matchAll(/type="title"\/>.*?<\/p:sp>/gs)].map(([shape]) => [...shape.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join('|'))

describe('a slide of the PowerPoint file', () => {
  it('has its headline as title, and a picture that says nothing more', async () => {
    const xml = await slideOf({ nodes: [node('A title', { block: 0 })], blocks: [block('A title', first)], tables: [] })
    expect(titles(xml)).toEqual(['A title'])
    expect(xml).toContain('descr=""')
    expect(xml).toContain('decorative')
    expect(xml).not.toContain('preencoded')
  })

  it('has the whole title above it, where a part of the headline stays in the picture', async () => {
    const xml = await slideOf({ nodes: [node('A ', { block: 0 }), node('title')], blocks: [block('A', first)], tables: [] })
    expect(titles(xml)).toEqual(['A title'])
    expect(xml).toContain('name="Part of the headline"')
    expect(xml).toContain('descr="title."')
  })

  it('has it there too, where parts of the headline stand side by side', async () => {
    const xml = await slideOf({
      nodes: [node('A ', { block: 0 }), node('title', { block: 1 })],
      blocks: [block('A', first), block('title', { ...first, x: 300 })],
      tables: [],
    })
    expect(titles(xml)).toEqual(['A title'])
    expect(xml.match(/name="Part of the headline"/g)).toHaveLength(2)
  })

  it('has the caption of a table beside it', async () => {
    const cell = { x: 40, y: 100, width: 80, height: 20 }
    const xml = await slideOf({
      nodes: [node('Caption', { block: 0 }), node('Cell', { block: 1 })],
      blocks: [block('Caption', first, { of: 'cell' }), block('Cell', cell, { of: 'cell', row: 0, column: 0 })],
      tables: [{ part: 0, cells: [[cell]] }],
    })
    expect(xml.match(/<a:tbl>/g)).toHaveLength(1)
    expect([...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text)).toEqual(['A title', 'Cell', 'Caption'])
    expect(xml).toMatch(/descr="Caption.*Cell/)
  })

  it('is XML, whatever characters the deck has', async () => {
    const xml = await slideOf({ nodes: [node('A\u0008\u001F')], blocks: [], tables: [] }, 'A\u0008 title')

    expect(xml).not.toMatch(/[\u0000-\u0008\u001F]/)
    expect(titles(xml)).toEqual(['A title'])
  })
})
