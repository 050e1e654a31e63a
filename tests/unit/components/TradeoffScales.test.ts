// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TradeoffScales from '../../../components/TradeoffScales.vue'
import { scales, topics, type TopicId } from '../../../data/deck'

describe('TradeoffScales', () => {
  const figure = mount(TradeoffScales)
  const rows = figure.findAll('.scale')

  it('shows every trade-off, in the article’s order', () => {
    const tradeOffs = (Object.keys(topics) as TopicId[]).filter(id => topics[id].kind === 'trade-off')
    expect(rows.map(row => row.get('.topic').text())).toEqual(tradeOffs.map(id => topics[id].label))
  })

  it('places both languages on each, Go first, and says so in words', () => {
    const shown = rows.map(row => ({
      poles: row.findAll('.poles span').map(pole => pole.text()),
      places: row.findAll<HTMLElement>('.place').map(place => place.element.style.left),
      words: row.findAll('.place .visually-hidden').map(words => words.text().replace(/\s+/g, ' ')),
    }))
    expect(shown).toEqual(scales.map(({ left, right, go, rust }) => ({
      poles: [left, right],
      places: [`${go}%`, `${rust}%`],
      words: [`Go stands nearer to: ${left}.`, `Rust stands nearer to: ${right}.`],
    })))
  })

  it('says that nobody measured this', () => {
    expect(figure.get('figcaption').text()).toContain('not a measurement')
  })
})
