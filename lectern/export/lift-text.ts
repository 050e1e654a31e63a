import sharp from 'sharp'
import type { Box, SlideText, TextBlock, TextTable } from './slide-text'

/** A picture without the words that can be text over it. */
export interface LiftedPicture {
  /** Four bytes each: red, green, blue, alpha. */
  pixels: Uint32Array
  width: number
  height: number
  /** What is no longer in the picture. */
  blocks: TextBlock[]
  /** Those of which all words are no longer in the picture. */
  tables: TextTable[]
}

/**
 * Takes words out of a picture: those of each block that stands on a ground of one colour. Where there is more behind or
 * between the letters, they stay in it.
 * @param width of the slide in the pixels of its text
 */
export async function liftText(png: Uint8Array, { blocks, tables }: SlideText, width: number): Promise<LiftedPicture> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
  const image = { pixels, width: info.width, height: info.height }
  const lifted = blocks.filter(block => MARGINS.some(margin => erase(image, block, info.width / width, margin)))
  const isWhole = ({ part }: TextTable): boolean => lifted.some(block => block.part === part)
    && blocks.every(block => block.part !== part || lifted.includes(block))
  return { ...image, blocks: lifted, tables: tables.filter(isWhole) }
}

interface Margin {
  /** How far letters reach beyond the sides of their text, in ems. */
  reach: number
  /** What they leave free of their line above and below, as a part of its height. */
  trim: number
}

/** What is tried in turn: some letters need all of this room, beside others something else stands in it. */
const MARGINS: readonly Margin[] = [{ reach: 0.06, trim: 0 }, { reach: 0.06, trim: 1 / 8 }, { reach: 0, trim: 0 }, { reach: 0, trim: 1 / 8 }]

/** Fills a block with its ground, if that is of one colour; says whether it was. */
function erase(
  { height, pixels, width }: Pick<LiftedPicture, 'pixels' | 'width' | 'height'>,
  { lines, words }: TextBlock,
  scale: number,
  { reach, trim }: Margin,
): boolean {
  const aside = 1 + reach * Math.max(...lines.flat().map(({ size }) => size))
  const letters = words.map(box => grow({ ...box, y: box.y + trim * box.height, height: (1 - 2 * trim) * box.height }, aside, scale))
  const left = Math.min(...letters.map(({ left }) => left)) - 2
  const top = Math.min(...letters.map(({ top }) => top)) - 2
  const right = Math.max(...letters.map(({ right }) => right)) + 2
  const bottom = Math.max(...letters.map(({ bottom }) => bottom)) + 2
  if (left < 0 || top < 0 || right > width || bottom > height)
    return false
  const ground = pixels[top * width + left]!
  for (let y = top; y < bottom; y++) {
    const across = letters.filter(({ bottom, top }) => y >= top && y < bottom)
    for (let x = left; x < right; x++) {
      if (pixels[y * width + x] !== ground && !across.some(({ left, right }) => x >= left && x < right))
        return false
    }
  }
  // Words that something covers or cuts off are not there to be taken.
  const isSeen = letters.every(({ bottom, left, right, top }) => {
    for (let y = top; y < bottom; y++) {
      if (pixels.subarray(y * width + left, y * width + right).some(pixel => pixel !== ground))
        return true
    }
    return false
  })
  if (!isSeen)
    return false
  for (const { bottom, left, right, top } of letters) {
    for (let y = top; y < bottom; y++)
      pixels.fill(ground, y * width + left, y * width + right)
  }
  return true
}

function grow({ height, width, x, y }: Box, aside: number, scale: number): { left: number, top: number, right: number, bottom: number } {
  return {
    left: Math.floor((x - aside) * scale),
    top: Math.floor((y - 1) * scale),
    right: Math.ceil((x + width + aside) * scale),
    bottom: Math.ceil((y + height + 1) * scale),
  }
}
