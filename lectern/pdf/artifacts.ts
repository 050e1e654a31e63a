import type { Box } from './bounds'
import type { Shown } from './content'

/** Share of a page’s height in which footers stand, and nothing that is read. */
const FOOT = 0.06

/** How far, in points, a background may fall short of the edges of its page. */
const SLACK = 1

/**
 * Says of which kind an artifact is (ISO 32000-1, 14.8.2.2.2): the footer, the background of the whole page, or else
 * part of the layout.
 * @param box where on the page it is
 * @param size width and height of the page, in points
 * @returns entries of its property list
 */
export function artifactEntries({ kind }: Pick<Shown, 'kind'>, box: Box | undefined, size: readonly [number, number]): string {
  const [width, height] = size
  if (kind === 'text' && box && box[3] < FOOT * height)
    return '/Type /Pagination /Subtype /Footer'
  const [left, bottom, right, top] = box ?? [0, 0, 0, 0]
  if (kind === 'graphic' && left < SLACK && bottom < SLACK && right > width - SLACK && top > height - SLACK)
    return `/Type /Background /BBox [ 0 0 ${width} ${height} ]`
  return '/Type /Layout'
}
