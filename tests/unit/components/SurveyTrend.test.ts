// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { READING } from '../../../lectern/reader/reading'
import SurveyTrend from '../../../components/surveys/SurveyTrend.vue'
import {
  formatPercent, sources, surveyAnswers, surveys, type MeasureId, type SurveyMeasure,
} from '../../../data/deck'

/** A measure on a slide, or on a page to be read. */
function show(measure: MeasureId, { isRead = false } = {}) {
  const provide = isRead ? { [READING as symbol]: true } : {}
  const figure = mount(SurveyTrend, { props: { measure }, global: { provide } })
  return {
    figure,
    caption: figure.get('figcaption').text().replace(/\s+/g, ' '),
    chart: figure.get('[role=img]').attributes('aria-label'),
    rows: figure.findAll('tbody tr').map(row => row.findAll('th, td').map(cell => cell.text())),
    remarks: figure.findAll('.remarks li').map(remark => remark.text()),
    textsOf: (selector: string) => figure.findAll(selector).map(found => found.text()),
    pointsOf: (language: string) => figure.findAll(`.point.${language}`),
    linesOf: (language: string) => figure.findAll(`.line.${language}`),
  }
}

describe.each(Object.entries<SurveyMeasure>(surveys))('the trend of “%s”', (id, survey) => {
  it('has every year and value in the table of the reading page, and in the words for the slide’s chart', () => {
    const { rows } = show(id as MeasureId, { isRead: true })
    const { chart, figure } = show(id as MeasureId)
    expect(figure.find('table').exists()).toBe(false)
    expect(rows.map(([year]) => year?.slice(0, 4))).toEqual(survey.go.map(({ year }) => String(year)))
    rows.forEach(([, go, rust], i) => {
      for (const [cell, point] of [[go, survey.go[i]], [rust, survey.rust[i]]] as const) {
        expect(cell).toContain(point?.value == null ? 'not found' : formatPercent(point.value))
        expect(chart).toContain(`${point?.year} ${point?.value == null ? point?.note : formatPercent(point.value)}`)
      }
    })
  })

  it('says what was asked, of how many, and where the figures come from', () => {
    const { caption, figure, textsOf } = show(id as MeasureId)
    expect(figure.get('.question').text()).toBe(`${survey.label}, ${survey.base}`)
    expect(textsOf('.answers')).toEqual([
      ...Object.values(surveyAnswers).map(answers => answers?.toLocaleString('en') ?? 'unknown'),
      'answers',
    ])
    expect(caption).toContain(survey.note)
  })

  it('names every source that a point comes from', () => {
    const links = show(id as MeasureId).figure.findAll('figcaption a').map(link => link.attributes('href'))
    const used = new Set([...survey.go, ...survey.rust].map(point => sources[point.source].url))
    expect([...used].filter(url => !links.includes(url))).toEqual([])
  })

  it('draws every change in how it was asked, and tells it', () => {
    const changes = survey.changes.map(({ note, year }) => `${year}: ${note}`)
    const { figure, textsOf } = show(id as MeasureId)
    expect(textsOf('.change')).toEqual(changes)
    expect(figure.findAll('.break').map(line => line.classes('hard'))).toEqual(survey.changes.map(({ breaks }) => breaks))
    expect(show(id as MeasureId, { isRead: true }).remarks).toEqual(expect.arrayContaining(changes.map(change => `${change}.`)))
  })

  it('shows every remark on a figure where the reader can look it up', () => {
    const { remarks, rows } = show(id as MeasureId, { isRead: true })
    const cells = rows.flat().join(' ')
    const notes = new Set([...survey.go, ...survey.rust].flatMap(({ note, value }) => (note && value !== null ? note : [])))
    for (const note of notes) {
      const remark = remarks.find(text => text.includes(note))
      expect(cells).toContain(remark?.charAt(0))
    }
  })
})

describe('SurveyTrend', () => {
  it('shows Go left of Rust, with rank', () => {
    const { figure, rows } = show('used', { isRead: true })
    expect(figure.findAll('thead th').map(cell => cell.text())).toEqual(['Year answers', 'Go', 'Rust'])
    expect(rows[0]?.slice(1)).toEqual(['8.8% #12', '5.1% #19'])
  })

  it('draws Go with round points and Rust with square ones, at one place one around the other', () => {
    const { pointsOf } = show('used')
    expect(pointsOf('go').map(point => point.element.firstElementChild?.tagName.toLowerCase())).toEqual(Array(7).fill('circle'))
    expect(pointsOf('rust').map(point => point.element.firstElementChild?.tagName.toLowerCase())).toEqual(Array(7).fill('rect'))
    expect(pointsOf('go').map(point => point.classes('together'))).toEqual([false, false, false, true, false, false, false])
  })

  it('leaves a gap where a year is missing, and where the measure breaks', () => {
    const { linesOf, pointsOf, textsOf } = show('admired')
    expect([pointsOf('go').length, linesOf('go').length]).toEqual([6, 3])
    expect([pointsOf('rust').length, linesOf('rust').length]).toEqual([7, 4])
    expect(textsOf('.gap')).toEqual(['?'])
  })

  it('names value, growth and rank at the end of each line', () => {
    expect(show('used').textsOf('.end')).toEqual(['Go 16.5%×1.9 · #12 → #14', 'Rust 18.0%×3.5 · #19 → #12'])
    expect(show('admired').textsOf('.end')).toEqual(['Go 49.5%#5 → #12', 'Rust 67.4%#1'])
  })

  it('rings the place where one goes past the other', () => {
    expect(show('used').textsOf('.passing')).toEqual(['2026: Rust goes past Go'])
    expect(show('wanted').textsOf('.passing')).toEqual(['2022: Rust goes past Go'])
    expect(show('admired').figure.find('.passage').exists()).toBe(false)
  })

  it('marks what was read in a copy or computed, and says so', () => {
    const { pointsOf } = show('used')
    expect(pointsOf('go').map(point => point.classes('copy'))).toEqual([false, false, true, false, false, false, false])
    const { remarks, rows } = show('wanted', { isRead: true })
    const mark = remarks.find(remark => remark.includes('Worked out from published counts.'))?.charAt(0)
    expect(rows.filter(([, go, rust]) => [go, rust].every(cell => cell?.includes(mark!))).map(([year]) => year?.slice(0, 4)))
      .toEqual(['2023', '2024', '2025', '2026'])
  })

  it('keeps the names at the ends of the lines apart', () => {
    for (const measure of ['used', 'admired', 'wanted'] as const) {
      const [go = 0, rust = 0] = show(measure).figure.findAll<HTMLElement>('.end').map(name => Number.parseFloat(name.element.style.top))
      expect(Math.abs(go - rust)).toBeGreaterThanOrEqual(25 - 0.01)
    }
  })
})
