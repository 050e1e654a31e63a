import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@slidev/parser/fs'
import { describe, expect, it } from 'vitest'
import { claims } from '../../data/claims'
import { deck, quotes, type QuoteRecord } from '../../data/deck'
import { root } from 'slidev-addon-lectern/node'

/** A piece of text that somebody reads, and where it stands. */
interface Prose {
  place: string
  text: string
}

/** What a reader sees of markup: its text, and the attributes that hold text. */
function visible(markup: string): string {
  return markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?[a-z](?:[^">]|"[^"]*")*>/gi, (tag) => {
      const attributes = tag.matchAll(/\s(?:alt|aria-label|label|note|title)="([^"]*)"/g)
      return [...attributes].map(([, text]) => ` ${text} `).join('')
    })
    .replace(/\{\{[\s\S]*?\}\}/g, '')
}

// As it is written, before setup/preparser.ts fills in figures.
const { slides } = await parse(readFileSync(join(root, 'slides.md'), 'utf8'), 'slides.md')

const slideTexts: Prose[] = slides.map(({ content, frontmatter }) => ({
  place: `slides.md · ${frontmatter.routeAlias}`,
  // Imported code has a language’s own signs, and slots are named by id.
  text: visible(content.replace(/^<<<.*$|^::\w+::$/gm, '')),
}))

const notes: Prose[] = slides.map(({ note = '', frontmatter }) => ({
  place: `slides.md · ${frontmatter.routeAlias} · notes`,
  // A figure in braces is from the data.
  text: note.replace(/\{\{[\w-]+\}\}/g, 'figure'),
}))

const vueFiles = ['components', 'layouts']
  .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file.replaceAll('\\', '/')}`))
  .filter(place => place.endsWith('.vue'))
  .map((place) => {
    const source = readFileSync(join(root, place), 'utf8')
    return { place, source, template: /<template>([\s\S]*)<\/template>/.exec(source)?.[1] ?? '' }
  })

const templates: Prose[] = vueFiles.map(({ place, template }) => ({ place, text: visible(template) }))

/** Sentences in scripts; a single word is a name in the code. */
const strings: Prose[] = vueFiles.map(({ place, source }) => ({
  place,
  text: [.../<script[\s\S]*?<\/script>/.exec(source)?.[0].matchAll(/'([^'\n]+ [^'\n]+)'/g) ?? []]
    .map(([, text]) => text)
    .join('\n'),
}))

/** Sentences in the data that are the deck’s own: not the quotations, nor the titles of others’ work. */
function ownSentences(place: string, value: unknown): Prose[] {
  if (typeof value === 'string')
    return [{ place, text: value }]
  if (typeof value !== 'object' || value === null)
    return []
  // Nor what compilers said.
  const others = /^data · (?:lab · .* · words|sources · .* · (?:title|publisher|url)|quotes · .* · (?:text|lead|highlight))$/
  return Object.entries(value).flatMap(([key, item]) => {
    const inside = `${place} · ${key}`
    return others.test(inside) ? [] : ownSentences(inside, item)
  })
}

const everything = [...slideTexts, ...notes, ...templates, ...strings, ...ownSentences('data', deck)]

/** Where a pattern is found in texts, apart from what is allowed. Each permission has to be in use. */
function found(prose: readonly Prose[], pattern: RegExp, allowed: readonly string[] = []): string[] {
  const unused = allowed.filter(words => !prose.some(({ text }) => text.includes(words)))
  const faults = prose.flatMap(({ place, text }) => {
    const rest = allowed.reduce((left, words) => left.replaceAll(words, ''), text)
    return [...rest.matchAll(pattern)].map(({ index, 0: match }) => {
      const around = rest.slice(Math.max(0, index - 30), index + 30).replace(/\s+/g, ' ').trim()
      return `${place}: “${match}” in “${around}”`
    })
  })
  return [...faults, ...unused.map(words => `allowed, but nowhere to be found: “${words}”`)]
}

describe('figures', () => {
  const figure = /\S*[\d%]\S*/g

  it('are not typed into slides', () => {
    expect(found(slideTexts, figure, [
      // When the article appeared: on the cover, and as the line between then and now.
      'March 2021',
      'since 2021',
      // What the data bears out: tests/unit/claims.test.ts.
      ...Object.values(claims).map(({ headline }) => headline).filter(headline => /\d/.test(headline)),
    ])).toEqual([])
  })

  it('are not typed into notes', () => {
    expect(found(notes, figure, [
      // The edition of the survey that the article used.
      'survey of 2020',
    ])).toEqual([])
  })

  it('are not typed into components', () => {
    expect(found(templates, figure)).toEqual([])
  })
})

describe('quotations', () => {
  const RUN = 6

  function wordsOf(text: string): string[] {
    return text.toLowerCase().replaceAll('’', '\'').match(/[\w']+/g) ?? []
  }

  function runsOf(text: string): string[] {
    const words = wordsOf(text)
    return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '))
  }

  const quoted = new Set(Object.values<QuoteRecord>(quotes).flatMap(({ text }) => runsOf(text)))

  it('are not typed into slides, notes or components', () => {
    const slidesText = { place: 'slides.md', text: readFileSync(join(root, 'slides.md'), 'utf8') }
    const sources = vueFiles.map(({ place, source }) => ({ place, text: source }))
    const copied = [slidesText, ...sources].flatMap(({ place, text }) =>
      runsOf(text).filter(run => quoted.has(run)).map(run => `${place}: “${run}”`))
    expect(copied).toEqual([])
  })
})

describe('typography', () => {
  it('has round quotation marks and apostrophes', () => {
    expect(found(everything, /["']/g, [
      // An empty text, as it stands in a program.
      '""',
    ])).toEqual([])
  })

  it('has single spaces', () => {
    expect(found([...slideTexts, ...notes], /[^\s|] {2,}\S/g)).toEqual([])
    expect(found(ownSentences('data', deck), / {2,}|^\s|\s$/g)).toEqual([])
  })
})

describe('words', () => {
  it('call the language Go', () => {
    expect(found(everything, /\bgo[ -]?lang\b/gi, [
      // Said of the word itself, where a quotation uses it.
      'Golang is another name for Go',
      '“Golang” is Go',
    ])).toEqual([])
  })

  it('leave the article’s slips behind', () => {
    const slips = [
      'complimentary', 'editors note', 'interability', 'hone in on', 'move onto other', 'it’s 10', '100s of',
      'at the most advantageous', 'Paypal', 'Github', 'alacritty', 'deno',
    ]
    const anyCase = new RegExp(`\\b(?:${slips.slice(0, -4).join('|')})`, 'gi')
    const names = new RegExp(`\\b(?:${slips.slice(-4).join('|')})\\b`, 'g')
    expect(found(everything, anyCase)).toEqual([])
    expect(found(everything, names)).toEqual([])
  })

  it('crown no winner', () => {
    const judgements = [
      'better than', 'beat', 'beats', 'beaten', 'win', 'wins', 'won', 'winner', 'lose', 'loses', 'loser',
      'superior', 'inferior', 'outperform', 'outperforms',
    ]
    expect(found(everything, new RegExp(`\\b(?:${judgements.join('|')})\\b`, 'gi'), [
      // The claim that opens the story: there is nothing to win.
      'Neither was made to beat the other',
      'People ask me which of the two wins. The odd thing is that the teams behind them never asked.',
    ])).toEqual([])
  })
})
