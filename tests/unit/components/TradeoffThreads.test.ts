// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TradeoffThreads from '../../../components/pictures/TradeoffThreads.vue'
import { tradeoffs } from '../../../data/deck'

describe('TradeoffThreads', () => {
  const figure = mount(TradeoffThreads)
  const wordsOf = (text: string) => text.replace(/\s+/g, ' ').trim()

  it('says each goal, then what either language gives and asks for it, Go first', () => {
    const shown = figure.findAll('li').map(item => item.findAll('p').map(words => wordsOf(words.text())))
    expect(shown).toEqual(tradeoffs.map(({ goal, go, rust }) => [
      goal,
      `Go: ${go.gain}for ${go.price}`,
      `Rust: ${rust.gain}for ${rust.price}`,
    ]))
  })

  it('ties a knot on each thread for each goal, round for Go and square for Rust', () => {
    const knots = (language: string, shape: string) => figure.findAll(`.strand.${language} > g > ${shape}`)
    // And one cap, where the thread begins.
    expect(knots('go', 'circle')).toHaveLength(tradeoffs.length + 1)
    expect(knots('rust', 'rect')).toHaveLength(tradeoffs.length + 1)
    expect([...knots('go', 'rect'), ...knots('rust', 'circle')]).toEqual([])
  })
})
