import { expect, test, type Page } from '@playwright/test'
import { readSlideTexts, type SlideText } from '../../export/slide-text'

/** Reads a slide of this content; a pixel of it is one of the screen. */
async function read(page: Page, content: string): Promise<SlideText> {
  await page.setContent(`<style>
    body { margin: 0; font: 20px/30px sans-serif } .print-slide-container { width: 980px; height: 552px }
    h1, blockquote, p { margin: 0; font: inherit } table { border-spacing: 0 } td, th { padding: 0 }
  </style><div class="print-slide-container"><div class="slidev-layout">${content}</div></div>`)
  const [slide] = await page.evaluate(readSlideTexts)
  return slide!
}

/** What can be text, a line each. */
const linesOf = ({ blocks }: SlideText): string[] => blocks.flatMap(({ lines }) => lines.map(line => line.map(({ text }) => text).join('').trim()))

test('headlines, block quotes and cells can be text, line by line, and nothing else', async ({ page }) => {
  const slide = await read(page, `
    <h1>A headline</h1><p>Not this.</p>
    <blockquote><p style="width: 200px">Words that need more than one line, or two</p></blockquote>
    <table><tr><th>Head</th><td style="text-align: right">1&nbsp;2</td></tr></table>`)
  expect(slide.blocks.map(({ align, of }) => `${of} ${align}`)).toEqual(['headline left', 'blockquote left', 'cell center', 'cell right'])
  const lines = linesOf(slide)
  expect(lines).toHaveLength(3 + slide.blocks[1]!.lines.length)
  expect(lines.join(' ')).toBe('A headline Words that need more than one line, or two Head 1\u00A02')
  expect(slide.tables.map(({ cells }) => cells.map(row => row.length))).toEqual([[2]])
})

test('lines end where they do: after a narrow word, and in a script without spaces', async ({ page }) => {
  expect(linesOf(await read(page, '<h1>I<br>am here</h1>'))).toEqual(['I', 'am here'])
  expect(linesOf(await read(page, '<h1 style="width: 30px">日本語の文字</h1>')).join('')).toBe('日本語の文字')
  expect(linesOf(await read(page, '<h1 style="width: 30px">日本語の文字</h1>')).length).toBeGreaterThan(1)
})

test('looks come along', async ({ page }) => {
  const { blocks: [block] } = await read(page, '<h1 style="text-transform: uppercase">One <s>two</s> <u>three</u> <b style="color: rgb(170, 0, 0); font-size: 40px">four</b></h1>')
  expect(block!.lines[0]!.map(({ bold, colour, size, struck, text, underlined }) => ({ bold, colour, size, struck, text, underlined }))).toEqual([
    { text: 'ONE ', bold: false, colour: '000000', size: 20, struck: false, underlined: false },
    { text: 'TWO', bold: false, colour: '000000', size: 20, struck: true, underlined: false },
    { text: ' THREE', bold: false, colour: '000000', size: 20, struck: false, underlined: true },
    { text: ' FOUR', bold: true, colour: 'AA0000', size: 40, struck: false, underlined: false },
  ])
  const { blocks: [zoomed] } = await read(page, '<div style="zoom: 1.5"><h1>Large</h1></div>')
  expect(zoomed!.lines[0]![0]!.size).toBeCloseTo(30, 0)
  expect(zoomed!.lineHeight).toBeCloseTo(45, 0)
})

const kept = {
  'raised': '<h1>x<sup style="position: relative; top: -0.5em; vertical-align: baseline">2</sup></h1>',
  'a formula': '<h1>Of <math><mi>x</mi></math></h1>',
  'from right to left': '<h1>Hello שלום עולם</h1>',
  'turned': '<h1 style="transform: rotate(3deg)">Turned</h1>',
  'scaled': '<h1 style="scale: 0.6">Scaled</h1>',
  'see-through': '<h1 style="color: rgb(0 0 0 / 50%)">Half</h1>',
  'filled with a picture': '<h1 style="color: red; -webkit-text-fill-color: transparent">Gradient</h1>',
  'outlined': '<h1 style="-webkit-text-stroke: 1px red">Outline</h1>',
  'with a shadow': '<h1 style="text-shadow: 3px 3px red">Shadow</h1>',
  'in small capitals': '<h1 style="font-variant: small-caps">Small</h1>',
  'with a gap in a line': '<h1>No<span style="margin-left: 100px">gap</span></h1>',
  'with spaces of its own': '<h1 style="white-space: pre">a    b</h1>',
  'in columns': '<blockquote style="columns: 2; width: 300px; height: 60px"><p>one two three four five six seven eight nine ten eleven twelve thirteen</p></blockquote>',
  'broken within a word': '<h1 style="width: 60px; overflow-wrap: anywhere">incomprehensibilities</h1>',
  'a badge': '<table><tr><td><span style="display: inline-block; background: teal">New</span></td></tr></table>',
}

for (const [name, content] of Object.entries(kept)) {
  test(`stays in the picture: ${name}`, async ({ page }) => {
    const slide = await read(page, content)
    expect(slide.nodes.map(({ text }) => text).join('')).not.toBe('')
    expect(linesOf(slide)).toEqual([])
  })
}
