// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import QuoteCard from '../../../components/quotes/QuoteCard.vue'
import { languageName, languagesOf } from '../../../components/languages/languages'
import { READING } from '../../../lectern/reader/reading'
import { quote, quotes, source, type Quote, type QuoteId } from '../../../data/deck'

const ids = Object.keys(quotes) as QuoteId[]
const idsOf = (form: Quote['form']): QuoteId[] => ids.filter(id => quotes[id].form === form)

function show(id: QuoteId, isReading = false) {
  return mount(QuoteCard, { props: { quote: quote(id) }, global: { provide: isReading ? { [READING]: true } : {} } })
}

describe.each([['on a slide', false], ['on a page', true]])('%s', (_place, isReading) => {
  describe.each(ids)('the card of %s', (id) => {
    const record = quote(id)
    const card = show(id, isReading)

    it('has every word between marks, once, and the lead before them', () => {
      expect(card.findAll('blockquote')).toHaveLength(1)
      expect(card.get('blockquote').element.textContent.trim())
        .toBe(`${record.lead ? `${record.lead} ` : ''}“${record.text}”`)
      expect(card.element.textContent.split(record.text.slice(0, 20))).toHaveLength(2)
    })

    it('marks the key words in the order of the text', () => {
      const place = (words: string): number => record.text.indexOf(words)
      const inOrder = [...record.highlight].sort((a, b) => place(a) - place(b))
      expect(card.findAll('mark').map(mark => mark.element.textContent)).toEqual(inOrder)
    })

    it('says who spoke, of which language, and where', () => {
      const { speaker, role, company, about, note } = record
      expect(card.get('.speaker strong').text()).toBe(speaker)
      const languages = languagesOf(about).map(language => languageName[language]).join(' and ')
      expect(card.get('.speaker').text().replace(/\s+/g, ' '))
        .toBe(`${[speaker, role, company].filter(Boolean).join(', ')} on ${languages}`)
      expect(card.get('.source a').attributes('href')).toBe(source(record.source).url)
      expect(card.get('.source').text()).toContain(note ?? '')
    })
  })
})

describe('on a slide', () => {
  it.each(ids)('the strands of %s are those of its languages, each with its name, for the eye alone', (id) => {
    const strands = show(id).findAll('.strand')
    expect(strands.map(strand => strand.text())).toEqual(languagesOf(quotes[id].about).map(language => languageName[language]))
    for (const strand of strands)
      expect(strand.attributes('aria-hidden')).toBe('true')
  })

  it.each(idsOf('whole'))('%s has the slide to itself', (id) => {
    expect(show(id).get('figure').classes()).toEqual(expect.arrayContaining(['whole', quotes[id].about]))
  })

  it.each(idsOf('number'))('the numbers of %s stand out in their place', (id) => {
    const record = quote(id)
    expect(show(id).findAll('mark > .figure').map(number => number.element.textContent))
      .toEqual(record.form === 'number' && record.numbers)
  })

  it('two numbers of one highlight stay on one line', () => {
    expect(show('mercadolibre').findAll('mark').map(mark => mark.classes())).toEqual([['together'], []])
    expect(show('josh-hannaford-1').findAll('.together')).toEqual([])
  })

  it.each(idsOf('split'))('the second column of %s begins at its hinge', (id) => {
    const record = quote(id)
    const [head, tail, ...others] = show(id).findAll('blockquote > p').map(column => column.element.textContent)
    expect(others).toEqual([])
    expect(tail).toMatch(/”$/)
    expect(tail!.startsWith(record.form === 'split' ? record.hinge : '?')).toBe(true)
    expect(head).not.toContain('”')
  })

  it('the wider column is that which says more than twice as much', () => {
    expect(idsOf('split').filter(id => show(id).find('.uneven').exists())).toEqual(['daniel-reiter-horn-1'])
  })

  it('each quotation with a drawing has its own, which nobody reads', () => {
    const drawings = idsOf('margin').map(id => show(id).get('.margin > div > svg'))
    expect(drawings.map(drawing => drawing.attributes('aria-hidden'))).toEqual(drawings.map(() => 'true'))
    expect(new Set(drawings.map(drawing => drawing.html())).size).toBe(4)
    expect(drawings.map(drawing => drawing.text())).toEqual(drawings.map(() => ''))
  })

  it('a short quotation is larger than a long one, and none is under 20 pixels', () => {
    const size = (id: QuoteId): number =>
      Number.parseFloat(show(id).get<HTMLElement>('blockquote').element.style.fontSize)
    expect(size('jaime-garcia')).toBe(60)
    expect(size('daniel-reiter-horn-1')).toBe(20)
    expect(Math.min(...ids.map(size))).toBe(20)
  })
})

describe('on a page', () => {
  it.each(ids)('%s has neither drawings nor sizes of its own', (id) => {
    const card = show(id, true)
    expect(card.findAll('svg')).toEqual([])
    expect(card.get('blockquote').attributes('style')).toBeUndefined()
  })
})
