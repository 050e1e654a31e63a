// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import EvidenceBars from '../../../components/EvidenceBars.vue'
import { evidence, sources, type EvidenceId, type EvidenceRecord } from '../../../data/deck'

function show(id: EvidenceId) {
  const figure = mount(EvidenceBars, { props: { id } })
  return {
    figure,
    bars: figure.findAll('li').map(row => ({
      label: row.get('.label').text(),
      value: row.get('.value').text(),
      width: Number.parseFloat(row.get<HTMLElement>('.bar').element.style.width),
      solid: Number.parseFloat(row.get<HTMLElement>('.solid').element.style.width),
      open: row.get('.bar').classes('open'),
      classes: row.classes(),
    })),
  }
}

describe('EvidenceBars', () => {
  it('draws values to scale from zero, each with its words beside it', () => {
    expect(show('mercadolibre-servers').bars).toEqual([
      { label: 'Before', value: '32 servers', width: 100, solid: 100, open: false, classes: [] },
      { label: 'With Go', value: '4 servers', width: 12.5, solid: 100, open: false, classes: ['go'] },
    ])
  })

  it('draws a range as a solid part with an end of its own', () => {
    const [before, after] = show('ibm-parsing').bars
    expect(before).toMatchObject({ value: '300–450 ms', width: 100 })
    expect(before?.solid).toBeCloseTo(100 * 300 / 450)
    expect(after).toMatchObject({ value: '25–30 ms', classes: ['rust'] })
    expect(after?.width).toBeCloseTo(100 * 30 / 450)
    expect(after?.solid).toBeCloseTo(100 * 25 / 30)
  })

  it('gives an open bar no end', () => {
    const [others, go] = show('image-size').bars
    expect(others).toMatchObject({ value: 'hundreds of MB', width: 100, open: true })
    expect(others?.solid).toBeLessThan(100)
    expect(go).toMatchObject({ value: '10, 11, 12 MB', open: false, classes: ['go'] })
  })

  it.each(Object.keys(evidence) as EvidenceId[])('names what %s measures, its warning and its sources', (id) => {
    const record: EvidenceRecord = evidence[id]
    const { figure } = show(id)
    expect(figure.get('figure').attributes('aria-label')).toBe(record.title)
    const caption = figure.get('figcaption')
    expect(caption.text()).toContain(record.note)
    const named = new Set([record.source, ...record.bars.map(bar => bar.source ?? record.source)])
    expect(caption.findAll('a').map(link => link.attributes('href')).sort())
      .toEqual([...named].map(source => sources[source].url).sort())
  })

  it('keeps the drawing from screen readers, which have the words', () => {
    const tracks = show('learning').figure.findAll('.track')
    expect(tracks.map(track => track.attributes('aria-hidden'))).toEqual(tracks.map(() => 'true'))
  })
})
