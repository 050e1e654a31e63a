import { expect, it } from 'vitest'
import { PAPERS, SHEET_WIDTH } from '../../print/papers'

/** Widths of the sheets in millimetres, by their standards. */
const WIDTHS = { A4: 210, A5: 148, letter: 215.9 }
const PIXELS_PER_MM = 96 / 25.4

it.each(Object.entries(PAPERS))('the layout of the handout fits between the margins of %s, and fills most of it', (_, { margin, size, zoom }) => {
  const sides = Number(/^\S+ ([\d.]+)mm/.exec(margin)![1])
  const room = (WIDTHS[size] - 2 * sides) * PIXELS_PER_MM
  expect(SHEET_WIDTH * zoom).toBeLessThanOrEqual(room)
  expect(SHEET_WIDTH * zoom).toBeGreaterThan(room * 0.9)
})
