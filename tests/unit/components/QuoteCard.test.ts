// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import QuoteCard from '../../../components/QuoteCard.vue'
import { languageName, languagesOf } from '../../../components/languages'
import { quote, quotes, source, type QuoteId } from '../../../data/deck'

function show(id: QuoteId) {
  return mount(QuoteCard, { props: { quote: quote(id) } })
}

describe.each(Object.keys(quotes) as QuoteId[])('the card of %s', (id) => {
  const record = quote(id)

  it('has every word between marks, and the lead before them', () => {
    expect(show(id).get('blockquote').element.textContent.trim())
      .toBe(`${record.lead ? `${record.lead} ` : ''}“${record.text}”`)
  })

  it('marks the key words in the order of the text', () => {
    const place = (words: string): number => record.text.indexOf(words)
    const inOrder = [...record.highlight].sort((a, b) => place(a) - place(b))
    expect(show(id).findAll('mark').map(mark => mark.element.textContent)).toEqual(inOrder)
  })

  it('says who spoke, of which language, and where', () => {
    const card = show(id)
    const { speaker, role, company, about, note } = record
    expect(card.get('.speaker strong').text()).toBe(speaker)
    expect(card.get('.speaker').text()).toContain([speaker, role, company].filter(Boolean).join(', '))
    expect(card.findAll('.about .name').map(name => name.text()))
      .toEqual(languagesOf(about).map(language => languageName[language]))
    expect(card.get('.source a').attributes('href')).toBe(source(record.source).url)
    expect(card.get('.source').text()).toContain(note ?? '')
  })
})

describe('a card', () => {
  it('sets a short quotation larger than a long one', () => {
    const size = (id: QuoteId): number =>
      Number.parseFloat(show(id).get<HTMLElement>('blockquote').element.style.fontSize)
    expect(size('jaime-garcia')).toBe(34)
    expect(size('daniel-reiter-horn-1')).toBe(20)
  })
})
