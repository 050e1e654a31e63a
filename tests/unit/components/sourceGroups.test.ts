import { describe, expect, it } from 'vitest'
import { byPublisher, runsOf } from '../../../components/sources/sourceGroups'
import { source } from '../../../data/deck'

describe('byPublisher', () => {
  it('brings sources of one publisher together, in the order in which they were named', () => {
    const groups = byPublisher((['go-spec', 'cargo-lock', 'go-faq', 'cargo-commands'] as const).map(source))
    expect(groups.map(({ publisher, records }) => [publisher, records.map(({ id }) => id)])).toEqual([
      ['go.dev', ['go-spec', 'go-faq']],
      ['Rust project', ['cargo-lock', 'cargo-commands']],
    ])
  })

  it('makes no group of nothing', () => {
    expect(byPublisher([])).toEqual([])
  })
})

describe('runsOf', () => {
  it('has each number once, in order, and three in a row as first and last', () => {
    expect(runsOf([8, 3, 2, 4, 10, 4, 11])).toEqual([[2, 4], [8], [10], [11]])
  })

  it('has no run where there is no number', () => {
    expect(runsOf([])).toEqual([])
  })
})
