import { describe, expect, it } from 'vitest'
import { quotes, quotesOf, topics, type QuoteId, type QuoteRecord, type TopicId } from '../../data/deck'
// Taken from the article itself. Never write this file from data/: it is what data/ is held against.
import fixture from '../fixtures/quotations.json'

/** The fixture names three sections by the article's headings. */
const topicOfSection: Record<string, TopicId> = {
  'team-scalable': 'team-scale',
  'truly-portable': 'portability',
  'precise-control': 'control',
}

/** Who said it, by place in the article, with the article's slips in attributions set right. */
const attributions: [id: QuoteId, speaker: string, role?: string, company?: string][] = [
  ['mercadolibre', 'MercadoLibre'],
  ['bala-natarajan', 'Bala Natarajan', undefined, 'PayPal'],
  ['matt-asay', 'Matt Asay', undefined, 'Amazon Web Services'],
  ['josh-hannaford-1', 'Josh Hannaford', undefined, 'IBM'],
  ['sam-rose', 'Sam Rose', undefined, 'CV Partner'],
  ['daniel-reiter-horn-1', 'Daniel Reiter Horn', undefined, 'Dropbox'],
  ['josh-hannaford-2', 'Josh Hannaford', undefined, 'IBM'],
  ['taylor-thomas', 'Taylor Thomas', undefined, 'Microsoft'],
  ['stefan-nilsson', 'Stefan Nilsson', 'computer science professor'],
  ['daniel-reiter-horn-2', 'Daniel Reiter Horn', undefined, 'Dropbox'],
  ['dewet-diener-1', 'Dewet Diener', undefined, 'Curve'],
  ['brian-ketelsen', 'Brian Ketelsen', undefined, 'Microsoft'],
  ['matt-ronge', 'Matt Ronge', undefined, 'Astropad'],
  ['jesse-howarth', 'Jesse Howarth', undefined, 'Discord'],
  ['daniel-reiter-horn-3', 'Daniel Reiter Horn', undefined, 'Dropbox'],
  ['daniel-reiter-horn-4', 'Daniel Reiter Horn', undefined, 'Dropbox'],
  ['peter-bourgon', 'Peter Bourgon', undefined, 'Fastly'],
  ['jaime-garcia', 'Jaime Garcia', undefined, 'Capital One'],
  ['glen-balliet', 'Glen Balliet', 'Engineering Director of loyalty platforms', 'American Express'],
  ['dewet-diener-2', 'Dewet Diener', undefined, 'Curve'],
  ['john-graham-cumming', 'John Graham-Cumming', undefined, 'Cloudflare'],
]

/** Praise by place in the article: nine for Go, eight for Rust, four for both. */
const about = [
  'go', 'go', 'rust', 'rust', 'both', 'both', 'rust', 'rust', 'go', 'rust', 'go',
  'go', 'rust', 'rust', 'both', 'both', 'go', 'go', 'go', 'go', 'rust',
]

const inOrder: [string, QuoteRecord][] = Object.entries(quotes).sort(([, a], [, b]) => a.order - b.order)

describe('the 21 quotations', () => {
  it('are all here, and nothing besides', () => {
    expect(fixture).toHaveLength(21)
    expect(inOrder.map(([, { text }]) => text)).toEqual(fixture.map(({ text }) => text))
  })

  it.each(fixture)('no. $order is kept to the letter, in its place and its topic', (original) => {
    const record = inOrder[original.order - 1]?.[1]
    expect(record).toMatchObject({
      order: original.order,
      topic: topicOfSection[original.section] ?? original.section,
      text: original.text,
    })
    expect(record?.lead ?? null).toBe(original.lead)
    expect(record?.text.split(/\s+/)).toHaveLength(original.words)
  })

  it('carry corrected attributions', () => {
    expect(inOrder.map(([id, { speaker, role, company }]) => [id, speaker, role, company]))
      .toEqual(attributions.map(([id, speaker, role, company]) => [id, speaker, role, company]))
  })

  it('say which language they praise', () => {
    expect(inOrder.map(([, record]) => record.about)).toEqual(about)
  })

  it('mark phrases of 3 to 12 words', () => {
    for (const [id, { highlight }] of inOrder) {
      for (const phrase of highlight) {
        const length = phrase.split(/\s+/).length
        expect(length >= 3 && length <= 12, `${id}: “${phrase}”`).toBe(true)
      }
    }
  })

  it('are reached through their topics in the article’s order', () => {
    const reached = (Object.keys(topics) as TopicId[]).flatMap(quotesOf)
    expect(reached.map(({ order }) => order)).toEqual(fixture.map(({ order }) => order))
  })
})
