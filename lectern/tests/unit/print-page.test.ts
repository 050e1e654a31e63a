import { describe, expect, it } from 'vitest'
import { linkedSlide, slideTitles } from '../../export/print-page'

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
