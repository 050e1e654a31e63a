import sharp from 'sharp'
import type { Picture } from './images'
import type { LiftedPicture } from './lift-text'

/** A PNG of the same pixels in fewer bytes. */
export function packPicture({ png }: Pick<Picture, 'png'>): Promise<Buffer> {
  return sharp(png).png({ compressionLevel: 6 }).toBuffer()
}

/** A PNG of a third of the bytes: a slide has few colours, and at this quality the eye finds no difference. */
export function packInFewColours({ height, pixels, width }: Pick<LiftedPicture, 'pixels' | 'width' | 'height'>): Promise<Buffer> {
  return sharp(new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength), { raw: { width, height, channels: 4 } })
    // Choosing colours with more effort and packing them better takes three times as long, for a twelfth of the bytes.
    .png({ palette: true, quality: 80, effort: 1, dither: 0, compressionLevel: 6 }).toBuffer()
}
