// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import QuantityStrands from '../../../components/reports/QuantityStrands.vue'
import { numberOf, strand } from '../../../components/reports/strands'
import { evidence, sources, type EvidenceRecord } from '../../../data/deck'

const shape = { x: [0, 10, 20, 30] } as const
const servers: EvidenceRecord = evidence['mercadolibre-servers']
const parsing: EvidenceRecord = evidence['ibm-parsing']

/** Thickness at the start of a path, twice its distance from the middle line. */
function thickness(path: string): number {
  return -2 * Number(/^M\d+ (-[\d.]+)/.exec(path)?.[1])
}

describe('strand', () => {
  it('is as thick as the quantity, before and after', () => {
    const drawing = strand(servers, 3, shape)
    expect([drawing.before, drawing.after].map(thickness)).toEqual([96, 12])
    expect([drawing.beforeRange, drawing.afterRange]).toEqual(['', ''])
  })

  it('is solid to the low end of a range and hollow to its high end', () => {
    const { after, afterRange, before, beforeRange } = strand(parsing, 0.2, shape)
    expect([before, beforeRange, after, afterRange].map(thickness)).toEqual([60, 90, 5, 6])
  })

  it('narrows without a step', () => {
    const { after, before } = strand(servers, 3, shape)
    expect(before).toContain('20 -6V6')
    expect(after).toBe('M20 -6H30V6H20Z')
  })
})

describe('numberOf', () => {
  it('is the value, or the range', () => {
    expect([numberOf(servers, 0), numberOf(parsing, 1)]).toEqual(['32', '25–30'])
  })
})

describe('QuantityStrands', () => {
  const figure = mount(QuantityStrands, {
    props: { go: 'mercadolibre-servers', rust: 'ibm-parsing' },
    slots: { default: 'Two scales.' },
  })

  it('says every number with its unit and what it was measured on', () => {
    const words = figure.text().replace(/\s+/g, ' ')
    for (const part of ['32 serversBefore', '4serversWith Go', '300–450 msScala, fewer rules', '25–30msRust, more rules'])
      expect(words).toContain(part)
    for (const { note, title } of [servers, parsing])
      expect([title, note].filter(part => !words.includes(part!))).toEqual([])
  })

  it('draws both as thick at their thickest', () => {
    const [go, rust] = [figure.get('.go .was'), figure.get('.rust .range.was')]
    expect(thickness(go.attributes('d')!)).toBe(thickness(rust.attributes('d')!))
  })

  it('names the source of either', () => {
    expect(figure.findAll('figcaption a').map(link => link.attributes('href')))
      .toEqual([servers, parsing].map(({ source }) => sources[source].url))
  })
})
