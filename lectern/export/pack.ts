import sharp from 'sharp'
import type { Picture } from './images'

/** A PNG of the same pixels in fewer bytes. */
export function packPicture({ png }: Pick<Picture, 'png'>): Promise<Buffer> {
  return sharp(png).png({ compressionLevel: 6 }).toBuffer()
}

/** A PNG of a third of the bytes: a slide has few colours, and at this quality the eye finds no difference. */
export function packInFewColours({ png }: Pick<Picture, 'png'>): Promise<Buffer> {
  return sharp(png).png({ palette: true, quality: 70, dither: 0, compressionLevel: 9 }).toBuffer()
}
