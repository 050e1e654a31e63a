// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { wordsOfInfo } from '../../print/aboutDeck'

vi.mock('@slidev/client/env.ts', () => ({ configs: { info: false } }))

describe('wordsOfInfo', () => {
  it('has the words of what the deck says of itself, or nothing', () => {
    expect(wordsOfInfo('<p>Rust &amp; Go:<br>\n<em>both</em></p>')).toBe('Rust & Go: both')
    expect(wordsOfInfo(false)).toBe('')
  })
})
