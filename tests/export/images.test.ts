import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { loadDeck, pagesOf } from 'slidev-addon-lectern/node'
import { exported, folder } from './exported'

/** Width and height as a PNG tells them, right behind its signature and the name of its first chunk. */
function sizeOf(png: Uint8Array): [width: number, height: number] {
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG')
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('there is an image of every page, named by its slide, and the social card', async () => {
  const { slides } = await loadDeck()
  const names = slides.flatMap((slide) => {
    const start = `${String(slide.no).padStart(2, '0')}-${slide.alias}`
    const count = pagesOf(slide, false).length
    return count > 1 ? Array.from({ length: count }, (_, index) => `${start}-${index + 1}.png`) : [`${start}.png`]
  })
  expect(names[0]).toBe('01-cover.png')
  expect((await readdir(join(folder, 'images'))).sort()).toEqual([...names, 'social-card.png'].sort())
})

test('images are 1920 × 1080, the social card 1200 × 630, and no two are alike', async () => {
  const names = await readdir(join(folder, 'images'))
  const images = await Promise.all(names.map(name => exported(join('images', name))))
  const sizes = images.map(sizeOf)
  expect(names.map((name, index) => [name, ...sizes[index]!]))
    .toEqual(names.map(name => name === 'social-card.png' ? [name, 1200, 630] : [name, 1920, 1080]))
  expect(new Set(images.map(image => Buffer.from(image).toString('base64'))).size).toBe(names.length)
})

test('a range has images of its slides only', async () => {
  expect((await readdir(join(folder, 'images-slides-1,3'))).map(name => name.slice(0, 2)).sort()).toEqual(['01', '03', 'so'])
})
