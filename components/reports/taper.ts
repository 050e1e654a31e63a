import type { Language } from '../../data/types'

/** Size of a drawing of one move, pixels; its strands are as thick as what they stand for. */
export interface StrandBox {
  width: number
  height: number
}

/**
 * A strand of Go that passes into one of Rust, as SVG path data: each half as thick as its value, the thicker one as
 * thick as the drawing is high. Go starts round, Rust ends square.
 */
export function strandsOf(values: Record<Language, number>, { width, height }: StrandBox): Record<Language, string> {
  const scale = height / Math.max(values.go, values.rust) / 2
  const [go, rust] = [values.go * scale, values.rust * scale]
  const joint = (go + rust) / 2
  const [y, from, middle, to] = [height / 2, width * 0.4, width * 0.5, width * 0.6]
  const round = (n: number) => Math.round(n * 10) / 10
  const at = (x: number, dy: number) => `${round(x)} ${round(y + dy)}`
  const [leave, arrive] = [(from + middle) / 2, (middle + to) / 2]
  return {
    go: `M${at(go, -go)}L${at(from, -go)}Q${at(leave, -go)} ${at(middle, -joint)}L${at(middle, joint)}`
      + `Q${at(leave, go)} ${at(from, go)}L${at(go, go)}A${round(go)} ${round(go)} 0 0 1 ${at(go, -go)}Z`,
    rust: `M${at(middle, -joint)}Q${at(arrive, -rust)} ${at(to, -rust)}L${at(width, -rust)}`
      + `L${at(width, rust)}L${at(to, rust)}Q${at(arrive, rust)} ${at(middle, joint)}Z`,
  }
}
