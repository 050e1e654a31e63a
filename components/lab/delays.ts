/** Scale of the delays: logarithmic, since a collector's pauses are a thousand times what a request takes. Microseconds. */
const DELAYS = { least: 1, most: 100_000 } as const

/**
 * Height of a delay on the scale, 0 to 1; what lies beyond its ends is at them.
 * `scaleLog` of d3-scale does that with 23 kB (9 kB compressed).
 */
export function heightOf(micros: number): number {
  const share = Math.log(micros / DELAYS.least) / Math.log(DELAYS.most / DELAYS.least)
  return Math.min(1, Math.max(0, share))
}

/**
 * A run as a filled shape of steps, one for each window, standing on the bottom of a box.
 * @param longest the longest delay of each window, microseconds
 * @param box width and height of the box
 * @returns an SVG path
 */
export function delayShape(longest: readonly number[], { height, width }: { width: number, height: number }): string {
  const step = width / longest.length
  const tops = longest.map((delay, i) => {
    const y = (height * (1 - heightOf(delay))).toFixed(1)
    return `V${y}H${((i + 1) * step).toFixed(1)}`
  })
  return `M0 ${height}${tops.join('')}V${height}Z`
}
