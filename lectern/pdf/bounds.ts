import type { Operation, Shown } from './content'
import type { FontReader } from './fonts'
import type { Matrix } from './streams'
import { readLine, type Line } from './words'

/** Left, bottom, right and top, in points from the lower left corner of the page. */
export type Box = [number, number, number, number]

const nowhere: Box = [Infinity, Infinity, -Infinity, -Infinity]

/**
 * Where on the page each of the objects is; nothing for what cannot be seen.
 * @param start what the coordinates of the page are multiplied by before the first
 * @param onForm is told of each form, and by what its own coordinates are multiplied
 * @param fonts by which text has its width and height; without them it is where it begins
 */
export function objectBounds(
  objects: readonly Shown[],
  start: Matrix,
  onForm: (name: string, matrix: Matrix) => void = () => {},
  fonts?: ReadonlyMap<string, FontReader>,
): (Box | undefined)[] {
  const saved: Matrix[] = []
  let matrix = start
  return objects.map(({ kind, operations }) => {
    const box: Box = [...nowhere]
    for (const operation of operations) {
      const { operands, operator } = operation
      if (operator === 'q')
        saved.push(matrix)
      else if (operator === 'Q')
        matrix = saved.pop() ?? start
      else if (operator === 'cm')
        matrix = multiply(operands.map(Number) as Matrix, matrix)
      else if (kind === 'form')
        onForm(operands[0]!, matrix)
      else if (kind !== 'state')
        reach(box, matrix, points(operation))
    }
    const line = kind === 'text' && fonts ? readLine(operations, fonts) : undefined
    if (line)
      reach(box, matrix, corners(line))
    return box.every(Number.isFinite) ? box : undefined
  })
}

/** Where each marked content is, by its number. */
export function markBounds(objects: readonly Shown[], boxes: readonly (Box | undefined)[]): Map<number, Box> {
  const bounds = new Map<number, Box>()
  objects.forEach(({ mark }, index) => {
    const box = boxes[index]
    if (typeof mark === 'number' && box)
      bounds.set(mark, union([bounds.get(mark) ?? nowhere, box]))
  })
  return bounds
}

/** The box around boxes. */
export function union(boxes: readonly Box[]): Box {
  return boxes.reduce(([left, bottom, right, top], [x1, y1, x2, y2]) =>
    [Math.min(left, x1), Math.min(bottom, y1), Math.max(right, x2), Math.max(top, y2)], nowhere)
}

/** Operators that draw through the points that they name. */
const lines = new Set(['m', 'l', 'c', 'v', 'y'])

/** The points through which an operation draws, x before y; for text, where its line begins. */
function points({ operands, operator }: Operation): number[] {
  if (operator === 're') {
    const [x = 0, y = 0, width = 0, height = 0] = operands.map(Number)
    return [x, y, x + width, y + height]
  }
  if (operator === 'Do')
    return [0, 0, 1, 1]
  return operator === 'Tm' ? operands.slice(4).map(Number) : lines.has(operator) ? operands.map(Number) : []
}

/** How far letters reach under their line and over it, in sizes of the font. */
const [DESCENT, ASCENT] = [0.25, 0.75]

/** Corners of a line. Where it stands on its head, as Chromium sets text, the coordinates around it do too. */
function corners({ end, isTurned, size, x, y }: Line): number[] {
  const up = isTurned ? -size : size
  return [x, y - DESCENT * up, end, y + ASCENT * up]
}

/** Makes a box hold points. There are tens of thousands in a file: no array is made for each. */
function reach(box: Box, [a, b, c, d, e, f]: Matrix, points: readonly number[]): void {
  for (let index = 0; index < points.length; index += 2) {
    const [x, y] = [points[index]!, points[index + 1]!]
    const left = a * x + c * y + e
    const bottom = b * x + d * y + f
    box[0] = Math.min(box[0], left)
    box[1] = Math.min(box[1], bottom)
    box[2] = Math.max(box[2], left)
    box[3] = Math.max(box[3], bottom)
  }
}

/** The matrix that multiplies by the first, then by the second. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}
