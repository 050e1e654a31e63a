import { describe, expect, it } from 'vitest'
import { strandsOf } from '../../../components/reports/taper'

/** Distance from the upper to the lower edge at one end of a strand, read from its path. */
function thicknessAt(path: string, x: number): number {
  const heights = [...path.matchAll(/([\d.]+) ([\d.]+)/g)].filter(([, at]) => Number(at) === x).map(([, , y]) => Number(y))
  return Math.max(...heights) - Math.min(...heights)
}

const box = { width: 400, height: 100 }

describe('strandsOf', () => {
  it('is as thick as its values, the thicker as thick as the drawing is high', () => {
    const { go, rust } = strandsOf({ go: 20, rust: 5 }, box)
    expect(thicknessAt(go, 160)).toBe(100)
    expect(thicknessAt(rust, 400)).toBe(25)
  })

  it('grows as it shrinks', () => {
    const { go, rust } = strandsOf({ go: 30, rust: 60 }, box)
    expect(thicknessAt(go, 160)).toBe(50)
    expect(thicknessAt(rust, 400)).toBe(100)
  })

  it('passes from one language into the other without a step', () => {
    const { go, rust } = strandsOf({ go: 20, rust: 5 }, box)
    expect(thicknessAt(go, 200)).toBe(thicknessAt(rust, 200))
  })

  it('begins round for Go and ends square for Rust', () => {
    const { go, rust } = strandsOf({ go: 1, rust: 1 }, box)
    expect(go).toContain('A')
    expect(rust).not.toContain('A')
  })
})
