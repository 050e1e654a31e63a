// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SurveyTrend from '../../../components/SurveyTrend.vue'
import { formatPercent, sources, surveys, type MeasureId, type SurveyMeasure } from '../../../data/deck'

function show(measure: MeasureId) {
  const figure = mount(SurveyTrend, { props: { measure } })
  return {
    figure,
    caption: figure.get('figcaption').text().replace(/\s+/g, ' '),
    rows: figure.findAll('tbody tr').map(row => row.findAll('th, td').map(cell => cell.text())),
    marksOf: (language: string) => figure.findAll(`g.${language} .point`),
    linesOf: (language: string) => figure.findAll(`g.${language} .line`),
  }
}

describe.each(Object.entries<SurveyMeasure>(surveys))('the trend of “%s”', (id, survey) => {
  it('has every year and value in its table', () => {
    const { rows } = show(id as MeasureId)
    expect(rows.map(([year]) => year)).toEqual(survey.go.map(({ year }) => String(year)))
    rows.forEach(([, go, rust], i) => {
      for (const [cell, point] of [[go, survey.go[i]], [rust, survey.rust[i]]] as const)
        expect(cell).toContain(point?.value == null ? 'not found' : formatPercent(point.value))
    })
  })

  it('says what was asked, of whom, and where the figures come from', () => {
    const { figure, caption } = show(id as MeasureId)
    expect(figure.get('.question').text()).toBe(survey.question)
    expect(caption).toContain(`Base: ${survey.base}.`)
    expect(caption).toContain(survey.note)
  })

  it('names every source that a point comes from', () => {
    const links = show(id as MeasureId).figure.findAll('figcaption a').map(link => link.attributes('href'))
    const used = new Set([...survey.go, ...survey.rust].map(point => sources[point.source].url))
    expect([...used].filter(url => !links.includes(url))).toEqual([])
  })
})

describe('SurveyTrend', () => {
  it('shows Go left of Rust, with rank', () => {
    const { figure, rows } = show('used')
    expect(figure.findAll('thead th').map(cell => cell.text())).toEqual(['Year', 'Go', 'Rust'])
    expect(rows[0]).toEqual(['2020', '8.8% #12', '5.1% #19'])
  })

  it('draws Go with round points and Rust with square ones', () => {
    const { marksOf } = show('used')
    expect(marksOf('go').map(({ element }) => element.tagName.toLowerCase())).toEqual(Array(6).fill('circle'))
    expect(marksOf('rust').map(({ element }) => element.tagName.toLowerCase())).toEqual(Array(6).fill('rect'))
  })

  it('leaves a gap where a year is missing', () => {
    const { linesOf, marksOf, rows } = show('admired')
    expect(rows[2]).toEqual(['2022', 'not found', '86.7%¹ #1'])
    expect([marksOf('go').length, linesOf('go').length]).toEqual([5, 3])
    expect([marksOf('rust').length, linesOf('rust').length]).toEqual([6, 5])
  })

  it('marks what was computed, and says so', () => {
    const { caption, linesOf, rows } = show('wanted')
    expect(rows.filter(cells => cells.slice(1).every(cell => cell.includes('%²'))).map(([year]) => year))
      .toEqual(['2023', '2024', '2025'])
    expect(linesOf('go').map(line => line.classes('computed'))).toEqual([false, false, true, true, true])
    expect(caption).toContain('² computed.')
  })

  it('marks nothing where all was published', () => {
    const { caption, figure } = show('used')
    expect(figure.text()).not.toContain('²')
    expect(caption).not.toContain('computed')
  })

  it('keeps the names at the ends of the lines apart', () => {
    for (const measure of ['used', 'admired', 'wanted'] as const) {
      const [go = 0, rust = 0] = show(measure).figure.findAll('svg .name').map(name => Number(name.attributes('y')))
      expect(Math.abs(go - rust)).toBeGreaterThanOrEqual(28 - 1e-9)
    }
  })
})
