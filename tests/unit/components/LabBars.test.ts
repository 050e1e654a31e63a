// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LabBars from '../../../components/lab/LabBars.vue'
import type { LabSeries } from '../../../data/lab'

const series = (language: 'go' | 'rust', median: number, low: number, high: number): LabSeries =>
  ({ label: '', unit: 's', language, samples: [low, median, high], median, low, high })

describe('LabBars', () => {
  const figure = mount(LabBars, { props: { groups: [
    { title: 'Built again', bars: [
      { label: 'build', series: series('go', 0.61, 0.5, 0.8) },
      { label: 'build, release', series: series('rust', 4.04, 3.9, 4.21) },
    ] },
    { title: 'Looked over', bars: [{ label: 'vet', series: series('go', 2, 2, 2) }] },
  ] } })

  it('has a table for each group, with language, median and range of each bar', () => {
    expect(figure.findAll('caption').map(caption => caption.text())).toEqual(['Built again', 'Looked over'])
    const rows = figure.findAll('tr').map(row => row.text().replace(/\s+/g, ' '))
    expect(rows).toEqual(['Go build0.61 s 0.5 to 0.8', 'Rust build, release4 s 3.9 to 4.2', 'Go vet2 s'])
  })

  it('draws each median to the scale of its own group', () => {
    const widths = figure.findAll('.bar').map(bar => Number(/--share: ([\d.]+)/.exec(bar.attributes('style')!)![1]).toFixed(2))
    expect(widths).toEqual(['0.14', '0.96', '1.00'])
  })
})
