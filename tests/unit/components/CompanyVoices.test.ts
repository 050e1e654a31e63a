// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CompanyVoices from '../../../components/quotes/CompanyVoices.vue'
import { companies, quote } from '../../../data/deck'

describe('CompanyVoices', () => {
  const figure = mount(CompanyVoices)

  it('names each company and speaker, and quotes words about either language, left-out ones marked', () => {
    const shown = figure.findAll('li').map(item => item.findAll('p').map(words => words.text().replace(/\s+/g, ' ')))
    expect(shown).toEqual(companies.map(({ quote: id, go, rust }) => [
      quote(id).company,
      quote(id).speaker,
      ...go.length ? [`On Go: “${go.join(' … ')}”`] : [],
      ...rust.length ? [`On Rust: “${rust.join(' … ')}”`] : [],
    ]))
  })

  it('ties a knot where there are words', () => {
    const count = (selector: string) => figure.findAll(selector).length
    // And one cap, where the thread begins.
    expect(count('.strand.go > g > circle')).toBe(1 + companies.filter(({ go }) => go.length).length)
    expect(count('.strand.rust > g > rect')).toBe(1 + companies.filter(({ rust }) => rust.length).length)
  })
})
