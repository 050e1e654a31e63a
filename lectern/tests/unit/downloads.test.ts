import { describe, expect, it } from 'vitest'
import { withDownloads } from '../../export/downloads'

const slides = { title: 'Slides PDF, 52 pages, 420 kB', file: 'deck.pdf' }
const handout = { title: 'Handout PDF, 48 pages, 500 kB', file: 'handout.pdf' }
const page = '<head><title>T</title></head><footer><ul class="x" data-downloads></ul></footer>'
const titles = (html: string): string[] => [...html.matchAll(/<link rel="alternate"[^>]+title="([^"]*)"/g)].map(([, title = '']) => title)

describe('withDownloads', () => {
  it('names files in the head and in the footer, the slides first', () => {
    const html = withDownloads(page, [handout, slides], '/')
    expect(titles(html)).toEqual([slides.title, handout.title])
    expect(html).toContain('<ul class="x" data-downloads><li><a href="/downloads/deck.pdf" download>Slides PDF, 52 pages, 420 kB</a></li><li>')
  })

  it('takes a name as it is', () => {
    const odd = { title: 'What $& and $1 cost PDF', file: 'deck.pdf' }
    expect(titles(withDownloads(page, [odd], '/'))).toEqual([odd.title])
    expect(withDownloads(page, [odd], '/')).toContain(`download>${odd.title}</a>`)
  })

  it('respects where the site lives', () => {
    expect(withDownloads(page, [slides], '/talks/deck/')).toContain('href="/talks/deck/downloads/deck.pdf"')
  })

  it('replaces what an earlier run said of the same file, and keeps the others', () => {
    const former = withDownloads(page, [slides, handout], '/')
    const html = withDownloads(former, [{ ...slides, title: 'Slides PDF, 53 pages, 430 kB' }], '/')
    expect(titles(html)).toEqual(['Slides PDF, 53 pages, 430 kB', handout.title])
    expect(html.match(/<li>/g)).toHaveLength(2)
  })
})
