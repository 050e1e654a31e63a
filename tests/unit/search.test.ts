import { beforeAll, describe, expect, it } from 'vitest'
import { createSearch, excerptOf, markWords, MOST_HITS, type SearchDocument, type SearchResults } from '../../lectern/search/search'
import { isSearchKey } from '../../lectern/search/searchKey'
import { carouselOf, quotes, sources } from '../../data/deck'
import { loadDeck, type Deck } from 'slidev-addon-lectern/node'
import { documentsOf, readableText } from '../../lectern/search/search-documents'

let deck: Deck
let documents: SearchDocument[]
let search: (query: string) => SearchResults

beforeAll(async () => {
  deck = await loadDeck()
  documents = documentsOf(deck)
  search = createSearch(documents)
})

const ofKind = (kind: SearchDocument['kind']) => documents.filter(document => document.kind === kind)

/** What is found, best first, as ids. */
function found(query: string): string[] {
  return search(query).groups.flatMap(({ headline, hits }) => [
    ...headline.text.some(({ marked }) => marked) ? [headline.document.id] : [],
    ...hits.map(({ document }) => document.id),
  ])
}

describe('the documents', () => {
  it('have ids of their own', () => {
    expect(documents.length).toBeGreaterThan(150)
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
  })

  it('are every headline', () => {
    expect(ofKind('headline').map(({ text }) => text)).toEqual(deck.slides.map(({ title }) => title))
  })

  it('are every quotation with its speaker, role and company, at its step', () => {
    const quotations = ofKind('quotation')
    expect(quotations).toHaveLength(Object.keys(quotes).length)
    for (const [id, quote] of Object.entries(quotes)) {
      const document = quotations.find(({ anchor }) => anchor === `quote-${id}`)!
      expect(document.text).toContain(quote.text)
      const named = [quote.speaker, 'role' in quote && quote.role, 'company' in quote && quote.company].filter(Boolean)
      expect(document.by).toContain(named.join(', '))
      expect(document.step).toBe(carouselOf(quote.topic).findIndex(one => one.id === id))
    }
  })

  it('are every source, once', () => {
    expect(ofKind('source').map(({ anchor }) => anchor).sort()).toEqual(Object.keys(sources).map(id => `source-${id}`).sort())
  })

  it('are all that the notes say to readers', () => {
    for (const { alias, note } of deck.slides) {
      const readable = note.replace(/\[click[^\]]*\]/g, '').split(/\n\s*\n/)
        .filter(paragraph => !/^\s*\*\*(?:Point at|Sources):/.test(paragraph))
        .join(' ').replace('**If asked:**', '').replace(/\s+/g, ' ').trim()
      const passages = ofKind('narration').filter(document => document.alias === alias)
      expect(passages.map(({ text }) => text).join(' ')).toBe(readable)
    }
  })

  it('stand at steps that their slides have', () => {
    for (const { alias, no, step } of documents) {
      const slide = deck.slides[no - 1]!
      expect(slide.alias).toBe(alias)
      expect(step).toBeLessThan(slide.steps)
    }
  })

  it('name a slide without an alias by its number', () => {
    const nameless = { ...deck, slides: [{ ...deck.slides[0]!, alias: undefined }] }
    expect(new Set(documentsOf(nameless).map(({ alias, anchor }) => `${alias} ${anchor}`))).toEqual(new Set(['1 1']))
  })
})

describe('readableText', () => {
  it('cuts at clicks and leaves stage directions out', () => {
    expect(readableText('One. [click] Two.\n\nStill two.\n\n[click:2] Four.\n\n**Point at:** it.\n\n**If asked:** no.\n\n**Sources:** none.', ['Point at', 'Sources'])).toEqual([
      { text: 'One.', step: 0 },
      { text: 'Two.', step: 1 },
      { text: 'Still two.', step: 1 },
      { text: 'Four.', step: 3 },
      { text: 'no.', step: 3 },
    ])
  })

  it('has names as they are written, without what is Markdown’s', () => {
    expect(readableText('Call `max_by_key`, a_b_c, 2*3*4 or __init__ of *[this](https://example.org)*.', [])).toEqual([
      { text: 'Call max_by_key, a_b_c, 2*3*4 or __init__ of this.', step: 0 },
    ])
  })
})

describe('the search', () => {
  it.each([
    ['Taylor Thomas', 'quote-taylor-thomas'],
    ['Cloudflare', 'quote-john-graham-cumming'],
    ['american express', 'quote-glen-balliet'],
    ['cognitive load', 'quote-glen-balliet'],
    ['tripled', 'used'],
    ['recommendation settled', 'recommendation'],
    ['holds your hand', 'quote-josh-hannaford-2'],
  ])('finds “%s”', (query, id) => {
    expect(found(query)).toContain(id)
  })

  it.each([
    ['clodflare', 'quote-john-graham-cumming'],
    ['Hanaford', 'quote-josh-hannaford-1'],
    ['brotly libary', 'quote-daniel-reiter-horn-2'],
    ['trippled', 'used'],
    ['concurency', 'quote-daniel-reiter-horn-1'],
  ])('forgives “%s”', (query, id) => {
    expect(found(query)).toContain(id)
  })

  it('takes the beginning of a word, accents and capitals as they come', () => {
    expect(found('Cloudfl')).toContain('quote-john-graham-cumming')
    expect(found('CLÖUDFLARE')).toContain('quote-john-graham-cumming')
  })

  it('puts a headline before narration, a name before its mention, a word before a similar one', () => {
    expect(search('tripled').groups[0]?.headline.document.alias).toBe('used')
    expect(search('Discord').groups[0]?.hits[0]?.document.id).toBe('quote-jesse-howarth')
    expect(search('control').groups[0]?.headline.text.some(({ marked }) => marked)).toBe(true)
  })

  it('asks for all words, and says so when it has to do with fewer', () => {
    expect(search('dropbox brotli').isLoose).toBe(false)
    const loose = search('dropbox zeppelin')
    expect(loose.isLoose).toBe(true)
    expect(loose.count).toBeGreaterThan(0)
  })

  it('finds nothing for nothing and for nonsense', () => {
    for (const query of ['', ' ', '“”', 'xyzzyq'])
      expect(search(query)).toEqual({ groups: [], count: 0, isLoose: false })
  })

  it('shows the most of a slide and counts the rest', () => {
    const { count, groups } = search('go')
    expect(Math.max(...groups.map(({ hits }) => hits.length))).toBe(MOST_HITS)
    const headlines = groups.filter(({ headline }) => headline.text.some(({ marked }) => marked)).length
    expect(groups.reduce((sum, { hits, more }) => sum + hits.length + more, headlines)).toBe(count)
  })

  it('marks what matched, and gives the text back', () => {
    const hit = search('brotly').groups.flatMap(({ hits }) => hits).find(({ document }) => document.id === 'quote-daniel-reiter-horn-2')!
    expect(hit.text.filter(({ marked }) => marked).map(({ text }) => text)).toContain('Brotli')
    const text = hit.text.map(part => part.text).join('').replace(/^…|…$/g, '')
    expect(hit.document.text).toContain(text)
  })
})

describe('markWords', () => {
  it('marks whole words and keeps every letter', () => {
    const parts = markWords('Rust’s crates, Rust.', new Set(['rust']))
    expect(parts).toEqual([
      { text: 'Rust', marked: true },
      { text: '’s crates, ', marked: false },
      { text: 'Rust', marked: true },
      { text: '.', marked: false },
    ])
  })
})

describe('excerptOf', () => {
  const text = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
  it.each(['word0', 'word30', 'word59'])('shows %s in its surroundings, cut between words', (word) => {
    const parts = excerptOf(markWords(text, new Set([word])), 100)
    expect(parts.filter(({ marked }) => marked)).toEqual([{ text: word, marked: true }])
    const shown = parts.map(part => part.text).join('')
    expect(shown.length).toBeLessThanOrEqual(102)
    for (const piece of shown.replace(/…/g, '').trim().split(' '))
      expect(piece).toMatch(/^word\d+$/)
    expect(text).toContain(shown.replace(/…/g, ''))
    expect(shown.startsWith('…')).toBe(word !== 'word0')
    expect(shown.endsWith('…')).toBe(word !== 'word59')
  })

  it('leaves a short text whole', () => {
    expect(excerptOf([{ text: 'short', marked: false }], 100)).toEqual([{ text: 'short', marked: false }])
  })
})

describe('isSearchKey', () => {
  const key = (target: unknown, init: Partial<KeyboardEvent> = {}) =>
    isSearchKey({ key: '/', target, ...init } as KeyboardEvent)

  it('is /', () => {
    expect(key(null)).toBe(true)
    expect(key(null, { key: 'a' })).toBe(false)
  })

  it('is a letter where one types', () => {
    expect(key({ closest: () => null })).toBe(true)
    expect(key({ closest: (selector: string) => selector.includes('input') ? {} : null })).toBe(false)
  })
})
