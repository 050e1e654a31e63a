import { describe, expect, it } from 'vitest'
import { courseOf } from '../../../components/changes/course'
import type { AgedClaimRecord } from '../../../data/deck'

const options = { start: 20, top: 40, row: 100, move: 10 }

function claim(about: AgedClaimRecord['about'], outcome: AgedClaimRecord['outcome']): AgedClaimRecord {
  return { about, outcome, claim: 'A claim', key: 'A turn', today: 'What is true', sources: [] }
}

describe('courseOf', () => {
  it('runs straight on past a claim that held', () => {
    const { marks, path } = courseOf([claim('go', 'held')], 'go', options)
    expect(path).not.toContain('C')
    expect(marks).toEqual([{ x: 20, y: 80 }])
  })

  it('moves aside at each claim that changed', () => {
    const { marks } = courseOf([claim('go', 'changed'), claim('both', 'changed')], 'go', options)
    expect(marks.map(mark => mark?.x)).toEqual([30, 40])
  })

  it('has no part in a claim about the other language', () => {
    const { marks, path } = courseOf([claim('rust', 'changed')], 'go', options)
    expect(path).not.toContain('C')
    expect(marks).toEqual([null])
  })
})
