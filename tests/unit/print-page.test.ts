import { describe, expect, it } from 'vitest'
import { linkedSlide } from '../../scripts/print-page'

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
    expect(linkedSlide(new URL(address, 'http://127.0.0.1:1234'), pages)).toBe(expected)
  })
})
