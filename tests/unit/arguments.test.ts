import { beforeAll, describe, expect, it } from 'vitest'
import { loadDeck, type DeckSlide } from 'slidev-addon-lectern/node'
import { articleArguments } from '../fixtures/arguments'

describe('the article’s arguments', () => {
  let slides: DeckSlide[]
  beforeAll(async () => {
    slides = (await loadDeck()).slides
  })

  it.each(articleArguments)('$alias: $argument', ({ alias, words }) => {
    const slide = slides.find(slide => slide.alias === alias)
    expect(slide, `there is no slide ${alias}`).toBeDefined()
    const text = `${slide!.title}\n${slide!.note}`.toLowerCase()
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter(word => !text.includes(word.toLowerCase()))).toEqual([])
  })
})
