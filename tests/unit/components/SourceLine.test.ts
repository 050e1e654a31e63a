// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SourceLine from '../../../components/sources/SourceLine.vue'
import { paperNumbers } from '../../../components/sources/sourceNotes'
import { HANDOUT } from '../../../lectern/print/inHandout'
import { formatSource, source, type SourceId } from '../../../data/deck'

/** @param numbered sources that are notes on the same paper, in order */
function show(sources: readonly SourceId[], note?: string, numbered?: readonly SourceId[]) {
  paperNumbers.value = new Map(numbered?.map((id, i) => [id, i + 1]))
  const provide = numbered && { [HANDOUT as symbol]: true }
  const line = mount(SourceLine, { props: { sources, note }, global: { provide } })
  return {
    text: line.text().replace(/\s+/g, ' '),
    links: line.findAll('a').map(link => ({
      name: link.attributes('aria-label') ?? link.text(),
      url: link.attributes('href'),
    })),
  }
}

/** What links to these sources are called, and where they lead. */
function linksTo(...sources: SourceId[]) {
  return sources.map(source).map(record => ({ name: formatSource(record), url: record.url }))
}

describe('SourceLine', () => {
  it('names one source by its title', () => {
    const { text, links } = show(['go-spec'])
    expect(text).toBe('Source: The Go Programming Language Specification, go.dev')
    expect(links).toEqual(linksTo('go-spec'))
  })

  it('begins with the note of the figure', () => {
    expect(show(['go-spec'], 'By our count.').text).toMatch(/^By our count\. Source: The Go/)
  })

  it('names up to three sources by title, apart', () => {
    const { text, links } = show(['go-faq', 'cargo-lock', 'go-vuln'])
    const titles = linksTo('go-faq', 'cargo-lock', 'go-vuln').map(({ name }) => name)
    expect(text).toBe(`Sources: ${titles.join('; ')}`)
    expect(links).toEqual(linksTo('go-faq', 'cargo-lock', 'go-vuln'))
  })

  it('names more by publisher and number, each link by what it shows and its title', () => {
    const { text, links } = show(['go-spec', 'cargo-lock', 'go-faq', 'go-vuln'])
    expect(text).toBe('Sources: go.dev 1, 2; Rust project; The Go Blog')
    const [spec, faq, ...single] = linksTo('go-spec', 'go-faq', 'cargo-lock', 'go-vuln')
    expect(links).toEqual([{ ...spec, name: `1: ${spec!.name}` }, { ...faq, name: `2: ${faq!.name}` }, ...single])
  })

  it('leads to the notes on paper, once they are numbered', () => {
    const numbered = ['go-spec', 'go-faq', 'go-vuln', 'cargo-lock'] as const
    expect(show(['go-faq'], 'By our count.', numbered).text).toBe('By our count. Source: note 2')
    const { links, text } = show(['cargo-lock', 'go-spec', 'go-faq', 'go-vuln'], undefined, numbered)
    expect(text).toBe('Sources: notes 1–4')
    expect(links).toEqual([{ name: '1', url: '#note-1' }, { name: '4', url: '#note-4' }])
    expect(show(['go-spec'], undefined, []).links).toEqual(linksTo('go-spec'))
  })
})
