import { describe, expect, it } from 'vitest'
import { addressOnSite, linkedSlide, slideTitles } from '../../export/print-page'

describe('linkedSlide', () => {
  const pages = [
    { slide: 1, alias: undefined },
    { slide: 2, alias: 'table' },
    { slide: 3, alias: 'voices' },
    { slide: 3, alias: undefined },
  ]

  it.each([
    ['/', 1],
    ['/2', 2],
    ['/table', 2],
    ['/voices?clicks=1', 3],
    ['/print?print=true#2', 2],
    ['/print?print=true#/2', 2],
    ['/print?print=true#voices', 3],
    ['/9', undefined],
    ['/elsewhere.html', undefined],
  ])('%s leads to %s', (address, expected) => {
    expect(linkedSlide(new URL(address, 'http://127.0.0.1:1234'), pages, '/')).toBe(expected)
  })

  it('knows where the site lives', () => {
    expect(linkedSlide(new URL('http://127.0.0.1:1234/talks/voices'), pages, '/talks/')).toBe(3)
    expect(linkedSlide(new URL('http://127.0.0.1:1234/talks/'), pages, '/talks/')).toBe(1)
  })
})

describe('slideTitles', () => {
  it('names each slide once', () => {
    const pages = [[1, 'A'], [2, 'B'], [2, 'B']] as const
    expect(slideTitles(pages.map(([slide, title]) => ({ slide, titles: [title] })))).toEqual(new Map([[1, 'A'], [2, 'B']]))
  })
})

describe('addressOnSite', () => {
  it.each([
    ['http://127.0.0.1:1234/talks/lost.png', '/lost.png'],
    ['http://127.0.0.1:1234/talks/a/caf%C3%A9%20bar.png?v=1', '/a/café bar.png'],
    ['http://127.0.0.1:1234/talks/%FF.png', '/%FF.png'],
    ['http://127.0.0.1:1234/lost.png', 'http://127.0.0.1:1234/lost.png'],
    ['https://example.org/lost.png', 'https://example.org/lost.png'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
  ])('%s is %s', (address, expected) => {
    expect(addressOnSite(address, new URL('http://127.0.0.1:1234/talks/'))).toBe(expected)
  })
})
