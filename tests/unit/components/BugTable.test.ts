// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import BugTable from '../../../components/tables/BugTable.vue'
import { bugs, type BugRecord } from '../../../data/deck'

describe('BugTable', () => {
  const figure = mount(BugTable)
  const records: readonly BugRecord[] = bugs
  const rows = figure.findAll('tbody tr').map(row => ({
    bug: row.get('th').text(),
    cells: row.findAll('td').map(cell => cell.findAll('.stop').map(stop => ({
      by: stop.findAll('.cap').map(cap => cap.text()),
      how: stop.get('.how').text(),
      hollow: stop.findAll('.hollow').length > 0,
    }))),
  }))

  it('puts either language where it stops each bug: before it runs, or while it runs', () => {
    expect(rows.map(({ bug }) => bug)).toEqual(records.map(({ bug }) => bug))
    for (const [i, { cells }] of rows.entries()) {
      for (const [language, name] of [['go', 'Go'], ['rust', 'Rust']] as const) {
        const { when, how } = records[i]![language]
        const [at, elsewhere] = when === 'before' ? cells : cells.toReversed()
        expect(at!.filter(stop => stop.by.includes(name) && stop.how === how)).toHaveLength(1)
        expect(elsewhere!.filter(stop => stop.by.includes(name))).toEqual([])
      }
    }
  })

  it('says once what both do alike, and draws hollow what may not catch it', () => {
    expect(rows[0]?.cells).toEqual([[], [{ by: ['Go', 'Rust'], how: bugs[0].go.how, hollow: false }]])
    expect(rows.filter(({ cells }) => cells.flat().some(({ hollow }) => hollow)).map(({ bug }) => bug)).toEqual(['Data race'])
  })

  it('names the way out of both', () => {
    expect(figure.get('.way-out').text()).toMatch(/^The way out: .*Go: package unsafe.*Rust: unsafe blocks/)
  })
})
