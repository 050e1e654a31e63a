import { describe, expect, it } from 'vitest'
import { ribbonPath, strandPath, threadPaths, type ThreadStretch } from '../../../components/threads/threads'
import { chapters } from '../../../data/deck'

const options = { near: 10, far: 50, turn: 120, blend: 30 }

/** Points of a path, by `x`. */
function pointsOf(path: string): { x: number, y: number }[] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
}

function heightsOf(stretches: readonly ThreadStretch[], language: 'go' | 'rust' = 'go'): number[] {
  return pointsOf(threadPaths(stretches, options)[language]).map(({ y }) => y)
}

describe('threadPaths', () => {
  it('runs in parallel with Go above and Rust below', () => {
    const paths = threadPaths([{ shape: 'parallel', length: 90 }], options)
    expect(new Set(pointsOf(paths.go).map(({ y }) => y))).toEqual(new Set([-10]))
    expect(new Set(pointsOf(paths.rust).map(({ y }) => y))).toEqual(new Set([10]))
    expect(paths.crossings).toEqual([])
  })

  it('runs further from the middle where the languages part', () => {
    expect(new Set(heightsOf([{ shape: 'apart', length: 90 }]))).toEqual(new Set([-50]))
  })

  it('reaches exactly from the start of the first stretch to the end of the last', () => {
    const paths = threadPaths([{ shape: 'parallel', length: 50.5 }, { shape: 'apart', length: 50 }], options)
    const xs = pointsOf(paths.go).map(({ x }) => x)
    expect(paths.length).toBe(100.5)
    expect([xs[0], xs.at(-1)]).toEqual([0, 100.5])
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })

  it('passes from one shape into the next without a jump', () => {
    const heights = heightsOf([{ shape: 'parallel', length: 60 }, { shape: 'apart', length: 90 }])
    expect(heights).toEqual([...heights].sort((a, b) => b - a))
    const steps = heights.slice(1).map((y, i) => Math.abs(y - (heights[i] ?? y)))
    expect(Math.max(...steps)).toBeLessThan((options.far - options.near) / 4)
    expect([heights[0], heights.at(-1)]).toEqual([-10, -50])
  })

  it('mirrors one thread in the other, whatever the shape', () => {
    const story: ThreadStretch[] = Object.values(chapters).map(({ thread }) => ({ shape: thread, length: 100 }))
    expect(heightsOf(story, 'rust').map(y => -y + 0)).toEqual(heightsOf(story, 'go').map(y => y + 0))
  })

  it('crosses twice a turn in a braid, over and under by turns', () => {
    const { crossings } = threadPaths([{ shape: 'braid', length: 30 + 2 * 120 }], options)
    expect(crossings.map(({ over }) => over)).toEqual(['rust', 'go', 'rust', 'go'])
    for (const { path } of crossings) {
      const sides = pointsOf(path).map(({ y }) => Math.sign(y))
      expect(sides).toEqual(expect.arrayContaining([-1, 1]))
    }
  })

  it('winds on through two braided chapters as through one', () => {
    const two = threadPaths([{ shape: 'braid', length: 150 }, { shape: 'braid', length: 150 }], options)
    expect(two).toEqual(threadPaths([{ shape: 'braid', length: 300 }], options))
  })

  it('draws the same picture every time', () => {
    const story: ThreadStretch[] = [{ shape: 'apart', length: 190 }, { shape: 'braid', length: 580 }]
    expect(threadPaths(story, options)).toEqual(threadPaths(story, options))
    expect(JSON.stringify(threadPaths(story, options))).not.toMatch(/NaN|null|Infinity/)
  })

  it('draws a point where there is no story', () => {
    expect(threadPaths([], options)).toEqual({ go: 'M0 -10', rust: 'M0 10', crossings: [], length: 0 })
  })
})

describe('strandPath', () => {
  it('starts at the first point and is level at each further one', () => {
    expect(strandPath([{ x: 0, y: 10 }, { x: 40, y: -10 }, { x: 100, y: -10 }]))
      .toBe('M0 10C20 10 20 -10 40 -10C70 -10 70 -10 100 -10')
  })
})

describe('ribbonPath', () => {
  it('goes along one edge and back along the other', () => {
    const path = ribbonPath({ middle: () => 50, width: x => 20 - x / 10 }, 0, 100)
    const points = path.slice(1, -1).split('L').map(point => point.split(' ').map(Number))
    expect([points[0], points.at(-1)]).toEqual([[0, 40], [0, 60]])
    expect(points).toContainEqual([100, 45])
    expect(points).toContainEqual([100, 55])
    expect(path.endsWith('Z')).toBe(true)
  })

  it('is as wide where it runs steep', () => {
    const [first = [], last = []] = ribbonPath({ middle: x => x, width: () => 10 }, 0, 6).slice(1, -1).split('L')
      .map(point => point.split(' ').map(Number)).filter((_, i, { length }) => i === 0 || i === length - 1)
    expect(Math.hypot(last[0]! - first[0]!, last[1]! - first[1]!)).toBeCloseTo(10, 0)
  })
})
