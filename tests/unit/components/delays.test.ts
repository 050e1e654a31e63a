import { describe, expect, it } from 'vitest'
import { delayShape, heightOf } from '../../../components/lab/delays'

describe('the scale of delays', () => {
  it('has ten times as much a fifth higher', () => {
    expect([1, 10, 100, 1000, 10_000, 100_000].map(heightOf).map(height => Number(height.toFixed(6)))).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  })

  it('holds what lies beyond it at its ends', () => {
    expect([0.1, 0, 1_000_000].map(heightOf)).toEqual([0, 0, 1])
  })
})

describe('delayShape', () => {
  it('is a step for each window, on the bottom of its box', () => {
    expect(delayShape([1, 100_000, 316.2278], { width: 30, height: 10 })).toBe('M0 10V10.0H10.0V0.0H20.0V5.0H30.0V10Z')
  })
})
