// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import QuestionTable from '../../../components/tables/QuestionTable.vue'
import { tables } from '../../../data/deck'

describe('QuestionTable', () => {
  const table = mount(QuestionTable, { props: { of: 'control', go: 'for this', rust: 'for that' }, slots: { default: 'Caption' } })

  it('has each question between its two answers, Go first, as the head of its row', () => {
    const rows = table.findAll('tbody tr').map(row => row.findAll('td, th').map(cell => cell.text()))
    expect(rows).toEqual(tables.control.map(({ label, go, rust }) => [go, label, rust]))
    expect(table.findAll('tbody th').every(head => head.attributes('scope') === 'row')).toBe(true)
  })

  it('names the languages over their answers', () => {
    const heads = table.findAll('thead th').map(head => head.text().replace(/\s+/g, ' '))
    expect(heads).toEqual(['for this Go', 'Rust for that'])
    expect(table.get('caption').text()).toBe('Caption')
  })
})
