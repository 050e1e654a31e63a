import type { Language } from '../../data/types'
import type { ThreadShape } from '../../data/chapters'

/** A stretch of the two threads, from its start to the start of the next. Pixels. */
export interface ThreadStretch {
  shape: ThreadShape
  length: number
}

export interface ThreadOptions {
  /** Distance of each thread from the middle line while they run in parallel, pixels. */
  near: number
  /** The same while they run apart, pixels. */
  far: number
  /** Length of one full turn of the braid, pixels. */
  turn: number
  /** Length over which one shape passes into the next, pixels. */
  blend: number
}

/** Where one thread is drawn again over the other: first the gap in the colour of the ground, then the thread. */
export interface ThreadCrossing {
  over: Language
  gap: string
  path: string
}

export interface ThreadPaths {
  go: string
  rust: string
  crossings: ThreadCrossing[]
  /** Whole length, pixels. */
  length: number
}

/** Least distance between two points of a path, pixels; a wide turn needs fewer. */
const SAMPLE = 3
const SAMPLES_A_TURN = 48

/** From 0 to 1 as `t` does, level at both ends. */
export function smoothstep(t: number): number {
  const x = Math.min(1, Math.max(0, t))
  return x * x * (3 - 2 * x)
}

/**
 * Distance of the Go thread from the middle line at `x`, positive upwards; the Rust thread mirrors it.
 * A braid opens with Go on top and starts to wind once the shape before it has passed over.
 */
function offsetOf(shape: ThreadShape, x: number, braidStart: number, options: ThreadOptions): number {
  const { near, far, turn, blend } = options
  if (shape === 'parallel')
    return near
  if (shape === 'apart')
    return far
  const wound = Math.max(0, x - braidStart - blend)
  return far * 0.8 * Math.cos((2 * Math.PI * wound) / turn)
}

interface PlacedStretch extends ThreadStretch {
  start: number
  braidStart: number
}

function place(stretches: readonly ThreadStretch[]): PlacedStretch[] {
  let start = 0
  return stretches.reduce<PlacedStretch[]>((placed, stretch) => {
    const before = placed.at(-1)
    const braidStart = stretch.shape === 'braid' && before?.shape === 'braid' ? before.braidStart : start
    placed.push({ ...stretch, start, braidStart })
    start += stretch.length
    return placed
  }, [])
}

/**
 * Draws the two threads as SVG path data along a middle line at `y` = 0, starting at `x` = 0.
 * Pure and deterministic: the same stretches give the same picture in every export.
 */
export function threadPaths(stretches: readonly ThreadStretch[], options: ThreadOptions): ThreadPaths {
  const placed = place(stretches)
  const length = stretches.reduce((sum, stretch) => sum + stretch.length, 0)

  const offsetAt = (x: number): number => {
    const index = Math.max(0, placed.findLastIndex(stretch => stretch.start <= x))
    const here = placed[index]
    if (!here)
      return options.near
    const offset = offsetOf(here.shape, x, here.braidStart, options)
    const before = placed[index - 1]
    if (!before || x >= here.start + options.blend)
      return offset
    const mix = smoothstep((x - here.start) / options.blend)
    return offsetOf(before.shape, x, before.braidStart, options) * (1 - mix) + offset * mix
  }

  const sample = Math.max(SAMPLE, Math.floor(options.turn / SAMPLES_A_TURN))
  const xs = Array.from({ length: Math.floor(length / sample) + 1 }, (_, i) => i * sample)
  if (xs.at(-1) !== length)
    xs.push(length)

  const pathOf = (language: Language, range: readonly number[]): string =>
    range
      .map((x) => {
        const y = language === 'go' ? -offsetAt(x) : offsetAt(x)
        return { x, y: Math.round(y * 10) / 10 }
      })
      // Where a thread runs level, its ends say it all.
      .filter(({ y }, i, points) => y !== points[i - 1]?.y || y !== points[i + 1]?.y)
      .map(({ x, y }, i) => `${i ? 'L' : 'M'}${x} ${y}`)
      .join('')

  const crossings: ThreadCrossing[] = []
  const reach = options.turn / 5
  for (const [i, x] of xs.entries()) {
    const next = xs[i + 1]
    if (next === undefined || (offsetAt(x) > 0) === (offsetAt(next) > 0))
      continue
    const over: Language = crossings.length % 2 ? 'go' : 'rust'
    const around = (distance: number) => pathOf(over, xs.filter(at => Math.abs(at - x) <= distance))
    crossings.push({ over, gap: around(reach), path: around(reach + 2 * sample) })
  }

  return { go: pathOf('go', xs), rust: pathOf('rust', xs), crossings, length }
}

/** A place on a drawing, pixels. */
export interface Point {
  x: number
  y: number
}

/** One piece of a smooth line from one point to the next: it leaves and arrives level. */
function easeTo(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2
  return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}

/**
 * SVG path data of a thread that passes through points, level at each.
 * That is `line().curve(curveBumpX)` of d3-shape, which would bring 15 kB (3 kB compressed) for these few lines.
 */
export function strandPath(points: readonly Point[]): string {
  return points.map((to, i) => {
    const from = points[i - 1]
    return from ? easeTo(from, to) : `M${to.x} ${to.y}`
  }).join('')
}

/** A thread whose width changes on its way. */
export interface Ribbon {
  /** Middle line: height at `x`. */
  middle: (x: number) => number
  width: (x: number) => number
}

/** Distance of two points of a ribbon’s edge, pixels. */
const RIBBON_SAMPLE = 6

/** Outline of a ribbon from one `x` to another as SVG path data; its width is measured across, however steep it runs. */
export function ribbonPath({ middle, width }: Ribbon, from: number, to: number): string {
  const count = Math.max(1, Math.round((to - from) / RIBBON_SAMPLE))
  const xs = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count)
  const edge = (side: 1 | -1) => (x: number): string => {
    const slope = middle(x + 0.5) - middle(x - 0.5)
    const half = (side * width(x)) / 2 / Math.hypot(1, slope)
    return [x - half * slope, middle(x) + half].map(value => Math.round(value * 10) / 10).join(' ')
  }
  return `M${[...xs.map(edge(-1)), ...xs.map(edge(1)).reverse()].join('L')}Z`
}
