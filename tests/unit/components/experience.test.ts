// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { experienceChart, experienceText, shareOf } from '../../../components/surveys/experience'
import ExperienceThreads from '../../../components/surveys/ExperienceThreads.vue'
import { READING } from '../../../lectern/reader/reading'
import { experience, surveyAnswers, type ExperienceGroup } from '../../../data/deck'

function group(answers: number, go: number, rust: number): ExperienceGroup {
  return { label: `${answers} people`, answers, go, rust, source: 'survey-2026' }
}

describe('experienceChart', () => {
  it('gives each group as much width as it has people', () => {
    const { bands } = experienceChart([group(100, 10, 5), group(300, 30, 15)], 20)
    expect(bands.map(({ left, right }) => [left, right])).toEqual([[0, 25], [25, 100]])
  })

  it('draws shares from zero', () => {
    const [band] = experienceChart([group(100, 10, 5)], 20).bands
    expect(band).toMatchObject({ y: { go: 50, rust: 75 }, ahead: 'go' })
  })

  it('leads each thread through all groups, from edge to edge', () => {
    const { paths } = experienceChart([group(100, 10, 5), group(100, 5, 10)], 20)
    expect(paths.go).toBe('M0 50H44C50 50 50 75 56 75H100')
    expect(paths.rust).toBe('M0 75H44C50 75 50 50 56 50H100')
  })

  it('finds where the threads change places, half-way or later', () => {
    const { crossings: [even] } = experienceChart([group(100, 10, 5), group(100, 5, 10)], 20)
    expect(even).toMatchObject({ y: 62.5, ahead: 'rust' })
    expect(even?.x).toBeCloseTo(50)
    const { crossings: [late] } = experienceChart([group(100, 10, 20), group(100, 10, 9)], 20)
    expect(late?.ahead).toBe('go')
    expect(late?.y).toBeCloseTo(50)
    expect(late?.x).toBeGreaterThan(52)
    expect(late?.x).toBeLessThan(56)
  })

  it('finds nothing while one stays ahead', () => {
    expect(experienceChart([group(100, 10, 5), group(100, 12, 11)], 20).crossings).toEqual([])
  })
})

describe('ExperienceThreads', () => {
  const shares = experience.flatMap(one => (['go', 'rust'] as const).map(language => `${shareOf(one, language).toFixed(1)}%`))

  it('has the published shares', () => {
    expect(shares).toEqual(['17.9%', '25.5%', '17.9%', '16.8%', '14.6%', '12.8%'])
  })

  it('shows every share and group, and says them all', () => {
    const figure = mount(ExperienceThreads)
    expect(figure.findAll('.value').map(value => value.text())).toEqual(shares)
    expect(figure.findAll('.band').map(band => band.text().replace(/\s+/g, ' ')))
      .toEqual(experience.map(({ answers, label }) => `${label}${answers.toLocaleString('en')} answers`))
    expect(figure.get('[role=img]').attributes('aria-label')).toBe(experienceText(experience))
    expect(experienceText(experience)).toContain('1 to 5 years at work, 3,304 answers: Go 17.9%, Rust 25.5%.')
  })

  it('says how many stand in no group', () => {
    const grouped = experience.reduce((sum, { answers }) => sum + answers, 0)
    expect(mount(ExperienceThreads).get('figcaption').text()).toContain(`${surveyAnswers[2026] - grouped} who gave no years`)
  })

  it('is a table beside its drawing where it is read', () => {
    const figure = mount(ExperienceThreads, { global: { provide: { [READING as symbol]: true } } })
    expect(figure.findAll('td').map(cell => cell.text())).toEqual(shares)
  })
})
