// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import MonthsAxis from '../../../components/reports/MonthsAxis.vue'
import { evidence, sources } from '../../../data/deck'

const { bars, note } = evidence.learning
const figure = mount(MonthsAxis, { props: { id: 'learning' }, slots: { default: 'What is learned stays.' } })

describe('MonthsAxis', () => {
  it('draws each report as long as it took, Go first, with its words at the end', () => {
    const rows = figure.findAll('tbody tr').map(row => ({
      label: row.get('.label').text(),
      months: Number(row.get<HTMLElement>('.bar').element.style.getPropertyValue('--months')),
      isOpen: row.get('.bar').classes('open'),
      value: row.get('.value').text(),
    }))
    expect(rows).toEqual(bars.map(bar => ({
      label: bar.label,
      months: bar.value,
      isOpen: 'open' in bar,
      value: bar.display,
    })))
    expect(figure.findAll('tbody').map(group => group.classes())).toEqual([['go'], ['rust']])
  })

  it('has a tick for every month that a bar reaches, and names the unit', () => {
    expect(figure.findAll('.ticks span').map(tick => tick.text())).toEqual(['0', '1', '2', '3', 'months'])
  })

  it('names the language of every row for those who hear it', () => {
    expect(figure.findAll('th').map(cell => cell.get('.which').text())).toEqual(['Go', 'Go', 'Go', 'Rust', 'Rust', 'Rust'])
  })

  it('shows what was said, its warning and every source', () => {
    expect(figure.get('.said').text()).toBe('What is learned stays.')
    expect(figure.get('.note').text()).toBe(note)
    expect(figure.findAll('figcaption a').map(link => link.attributes('href')).sort())
      .toEqual([...new Set(bars.map(({ source }) => sources[source].url))].sort())
  })
})
