// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import WorkloadMap from '../../../components/pictures/WorkloadMap.vue'
import { comparisonRow } from '../../../data/deck'

describe('WorkloadMap', () => {
  const figure = mount(WorkloadMap)
  const named = (list: string) => figure.findAll(`${list} > li`).map(item => item.text())
  const { go, rust } = comparisonRow('workloads')

  it('names every workload of the article’s table once, those of both between the two', () => {
    expect([...named('.go-only'), ...named('.shared')]).toEqual([...go])
    expect([...named('.rust-only'), ...named('.shared')]).toEqual([...rust])
    expect(named('.shared')).toEqual(['cloud apps'])
  })

  it('ties each flag to its ribbon', () => {
    const ticks = figure.get('.ticks').attributes('d')!.split('M').slice(1)
    expect(ticks).toHaveLength(named('.go-only').length + named('.rust-only').length)
    for (const tick of ticks)
      expect(tick).toMatch(/^\d+ \d+V[\d.]+$/)
  })

  it('lets each pass over the other once, so that they make one turn', () => {
    expect(figure.findAll('.gap')).toHaveLength(2)
  })
})
