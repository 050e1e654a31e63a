import type { Language } from '../../data/types'
import { ribbonPath, smoothstep, type Ribbon } from '../threads/threads'

/** The drawing of the workloads, pixels: two ribbons that change places in its middle. */
export const WIDTH = 868
export const HEIGHT = 372
const LEVEL = 35
const EYE = 70
const TURN = 168
export const WIDE = 80
export const THIN = 8

/** Middle of the drawing: here the threads make their turn. */
const CENTRE = { x: WIDTH / 2, y: 185 }

/** A ribbon’s width says how much its language pays off there; the other one mirrors it. */
const goRibbon: Ribbon = {
  middle: x => CENTRE.y - LEVEL + (LEVEL + EYE) * smoothstep(1 - Math.abs(x - CENTRE.x) / TURN),
  width: x => WIDE + (THIN - WIDE) * (x / WIDTH),
}
export const ribbons: Record<Language, Ribbon> = {
  go: goRibbon,
  rust: { middle: x => 2 * CENTRE.y - goRibbon.middle(x), width: x => goRibbon.width(WIDTH - x) },
}
/** Both as SVG path data. */
export const strands = {
  go: ribbonPath(ribbons.go, WIDE / 2, WIDTH - THIN),
  rust: ribbonPath(ribbons.rust, 0, WIDTH),
}

/** Where one passes over the other, drawn again: first the gap, then the ribbon. */
export const crossings = ([['rust', -1], ['go', 1]] as const).map(([over, side]) => {
  const x = CENTRE.x + side * TURN * 0.56
  return { over, gap: ribbonPath(ribbons[over], x - 30, x + 30), path: ribbonPath(ribbons[over], x - 42, x + 42) }
})

/** Where names stand on their ticks: each is lower than the one before it, so that no name runs into a tick. */
export function workloadFlags(go: readonly string[], rust: readonly string[]) {
  const goFlags = go.map((name, i) => ({ name, x: 44 + 40 * (i % 3) + 172 * Math.floor(i / 3), y: 26 * (i % 3) }))
  const rustFlags = rust.map((name, i) => ({ name, x: WIDTH - 44 - 50 * (rust.length - 1 - i), y: 280 + 22 * i }))
  const ticks = [
    ...goFlags.map(({ x, y }) => `M${x} ${y + 2}V${ribbons.go.middle(x)}`),
    ...rustFlags.map(({ x, y }) => `M${x} ${y + 20}V${ribbons.rust.middle(x)}`),
  ].join('')
  return { goFlags, rustFlags, ticks }
}
