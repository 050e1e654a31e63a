import { describe, expect, it } from 'vitest'
import { joinNodes, joinSentences } from '../../export/alt-text'
import type { ReadNode } from '../../export/slide-text'

describe('joinNodes', () => {
  const element = (depth: number, display: string, text = ''): ReadNode => ({ depth, display, text })
  const text = (depth: number, words: string): ReadNode => ({ depth, text: words })

  it('begins and ends a line with each block', () => {
    expect(joinNodes([text(0, 'one'), element(0, 'block'), text(1, 'two'), text(0, 'three'), element(0, 'list-item'), text(1, 'four')]))
      .toBe('one\ntwo\nthree\nfour')
  })

  it('keeps boxes within the line, with a space only between words', () => {
    // “PayPal on [● Go].”: the tag is a flex box, so that its parts have the display of blocks.
    expect(joinNodes([
      element(0, 'block'), text(1, 'PayPal '), element(1, 'inline'), text(2, 'on '), element(2, 'inline-flex'), element(3, 'flex'), text(4, 'Go'), text(1, '.'),
    ])).toBe('PayPal on Go.')
    expect(joinNodes([
      text(0, 'on'), element(0, 'inline-flex'), element(1, 'flex'), text(2, 'Go'), element(1, 'block'), text(2, ' and '), element(1, 'flex'), text(2, 'Rust'), text(0, 'too'),
    ])).toBe('on Go and Rust too')
  })

  it('leaves what is inline alone', () => {
    expect(joinNodes([text(0, 'un'), element(0, 'inline'), text(1, 'break'), text(0, 'able'), element(0, 'contents'), text(1, '!')])).toBe('unbreakable!')
  })
})

describe('joinSentences', () => {
  it('ends every line as a sentence', () => {
    expect(joinSentences('A headline\n\n  “Said  so.” \nWhy?\n')).toBe('A headline. “Said so.” Why?')
  })
})
