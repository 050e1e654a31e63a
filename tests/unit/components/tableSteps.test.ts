import { describe, expect, it } from 'vitest'
import { tableSteps } from '../../../components/tables/tableSteps'
import { comparison } from '../../../data/deck'

function steps(...groups: (string | undefined)[]): number[] {
  return tableSteps(groups.map(group => ({ group })))
}

describe('tableSteps', () => {
  it('brings the rows of a group together', () => {
    expect(steps('a', 'a', 'b', 'b', 'c')).toEqual([0, 0, 1, 1, 2])
  })

  it('has a table without groups there at once', () => {
    expect(steps(undefined, undefined, undefined)).toEqual([0, 0, 0])
    expect(steps()).toEqual([])
  })

  it('brings a row without a group with the row before it', () => {
    expect(steps('a', undefined, 'b', undefined)).toEqual([0, 0, 1, 1])
    expect(steps('a', undefined, 'a')).toEqual([0, 0, 0])
  })

  it('takes the article’s table in three steps', () => {
    expect(tableSteps(comparison)).toEqual([0, 0, 1, 1, 2, 2, 2])
  })
})
