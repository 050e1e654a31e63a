import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { folder, squeeze } from './exported'
import { findReaders, type Drawing, type FoundLink, type Reader } from './readers'

test.describe.configure({ timeout: 180_000 })

let readers: Reader[]
/** The one that the others are compared with. */
let first: Reader
let others: Reader[]
test.beforeAll(async () => {
  readers = await findReaders();
  [, first] = readers as [Reader, Reader]
  others = readers.filter(reader => reader !== first)
})

for (const name of ['better-together.pdf', 'better-together-steps.pdf', 'better-together-handout.pdf']) {
  test.describe(name, () => {
    const file = join(folder, name)

    test('has the same letters on each page, whoever reads it', async () => {
      const expected = await first.texts(file)
      expect(expected.length).toBeGreaterThan(20)
      for (const reader of others) {
        const texts = await reader.texts(file)
        expect(texts, reader.name).toHaveLength(expected.length)
        for (const [index, text] of texts.entries()) {
          const where = `${reader.name}, page ${index + 1}`
          expect(lettersIn(text).length, where).toBeGreaterThan(20)
          expect(difference(lettersIn(text), lettersIn(expected[index]!)), where).toEqual([])
        }
      }
    })

    test('has the same links in the same places', async () => {
      const expected = await first.links(file)
      expect(expected.length).toBeGreaterThan(100)
      for (const reader of others) {
        const found = await reader.links(file)
        const isWhole = found.every(({ box }) => box)
        const seen = isWhole ? expected : expected.flatMap(({ page, target }) => target.includes(':') ? [{ page, target }] : [])
        expect(found.map(formatLink).sort(), reader.name).toEqual(seen.map(formatLink).sort())
      }
    })
  })
}

/** Every so many pages of each file, beginning with another one in each. */
const samples = [
  { name: 'better-together.pdf', from: 1 },
  { name: 'better-together-dark.pdf', from: 4 },
  { name: 'better-together-handout.pdf', from: 5 },
  { name: 'better-together-handout-dark-letter.pdf', from: 10 },
]
const EVERY = 20

for (const { from, name } of samples) {
  test(`${name} looks the same, whoever draws it`, async () => {
    const file = join(folder, name)
    const count = (await first.texts(file)).length
    expect(count).toBeGreaterThan(from)
    for (let page = from; page <= count; page += EVERY) {
      const expected = await first.draw(file, page)
      expect(new Set(expected.rgb).size).toBeGreaterThan(20)
      for (const reader of others)
        expect(differingTiles(await reader.draw(file, page), expected), `${reader.name}, page ${page}`).toEqual([])
    }
  })
}

/** In no order and without spaces, hyphens and breaks: readers arrange columns, labels and footers, and mend the ends of lines, as they like. */
const lettersIn = (text: string): string[] => [...squeeze(text)].sort()

/** What only one of two sorted lists has, with + where it is the first. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const rest = [...b]
  const more = a.filter((item) => {
    const at = rest.indexOf(item)
    if (at >= 0)
      rest.splice(at, 1)
    return at < 0
  })
  return [...more.map(item => `+${item}`), ...rest.map(item => `-${item}`)]
}

const formatLink = ({ box = [], page, target }: FoundLink): string => [page, target, ...box.map(Math.round)].join(' ')

/** Side of the tiles in which drawings are compared: readers smooth and place the same edge up to a pixel apart. */
const TILE = 12
/** How far, of 255, the mean of a tile may be off in a colour. */
const TOLERANCE = 40

/** Tiles whose colours differ, by their places. */
function differingTiles(a: Drawing, b: Drawing): string[] {
  expect(Math.abs(a.width - b.width)).toBeLessThanOrEqual(1)
  expect(Math.abs(a.height - b.height)).toBeLessThanOrEqual(1)
  const tiles: string[] = []
  for (let y = 0; y + TILE < Math.min(a.height, b.height); y += TILE) {
    for (let x = 0; x + TILE < Math.min(a.width, b.width); x += TILE) {
      const [one, other] = [meanOf(a, x, y), meanOf(b, x, y)]
      const off = Math.max(...one.map((value, index) => Math.abs(value - other[index]!)))
      if (off > TOLERANCE)
        tiles.push(`${x}, ${y}: ${Math.round(off)}`)
    }
  }
  return tiles
}

/** Mean red, green and blue of a tile. */
function meanOf({ rgb, width }: Drawing, left: number, top: number): [number, number, number] {
  let [red, green, blue] = [0, 0, 0]
  for (let y = top; y < top + TILE; y += 1) {
    for (let at = (y * width + left) * 3; at < (y * width + left + TILE) * 3; at += 3) {
      red += rgb[at]!
      green += rgb[at + 1]!
      blue += rgb[at + 2]!
    }
  }
  return [red / TILE ** 2, green / TILE ** 2, blue / TILE ** 2]
}
