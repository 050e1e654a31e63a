import { describe, expect, it } from 'vitest'
import { splitShared } from '../../../components/pictures/spectrum'

describe('splitShared', () => {
  it('tells what only one has from what both have, each list in its own order', () => {
    expect(splitShared(['web', 'cloud', 'tools', 'data'], ['devices', 'data', 'cloud', 'engines'])).toEqual({
      go: ['web', 'tools'],
      both: ['cloud', 'data'],
      rust: ['devices', 'engines'],
    })
  })

  it('finds nothing shared where nothing is', () => {
    expect(splitShared(['web'], ['devices'])).toEqual({ go: ['web'], both: [], rust: ['devices'] })
    expect(splitShared([], [])).toEqual({ go: [], both: [], rust: [] })
  })
})
