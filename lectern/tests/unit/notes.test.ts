import { describe, expect, it } from 'vitest'
import { openingWords, plainNote, plainText, readNote } from '../../narration/notes'

describe('plainNote', () => {
  it('says first what is said, then the asides', () => {
    expect(plainNote('One *thing*. [click] Another.\n\n**Point at:** the `bar`.\n\nA third.\n\n**Sources:** none.'))
      .toBe('One thing. ▸ Another.\n\nA third.\n\nPoint at: the bar.\n\nSources: none.')
  })

  it.each([
    ['max_by_key, a_b_c, 2*3*4, __init__', 'max_by_key, a_b_c, 2*3*4, __init__'],
    ['`max_by_key`, `2*3*4`, ``a`b``, `__init__`', 'max_by_key, 2*3*4, a`b, __init__'],
    ['_one_ *two* __three four__ **five** ***six***', 'one two three four five six'],
    ['**bold**ly, 5 * 6 * 7, a*b', 'boldly, 5 * 6 * 7, a*b'],
    ['\\*starred\\* \\_under\\_ \\[click\\]', '*starred* _under_ [click]'],
    ['AT&amp;T, &copy; &#8212; a < b > c & d', 'AT&T, © — a < b > c & d'],
    ['[text](https://example.org/a_b_c "title") and <https://example.org/x_y_z>', 'text (https://example.org/a_b_c) and https://example.org/x_y_z'],
    ['See [the list][l].\n\n[l]: https://example.org', 'See the list (https://example.org).'],
    ['![a picture](x.png) of H<sub>2</sub>O', 'a picture of H2O'],
    ['one\ntwo  \nthree', 'one two\nthree'],
    ['- a\n- b\n  1. c\n  2. d', '• a\n• b\n  1. c\n  2. d'],
    ['3. a\n\n4. b', '3. a\n4. b'],
    ['```\nif a_b:\n    c\n```', 'if a_b:\n    c'],
    ['    indented_code', 'indented_code'],
    ['> quoted', 'quoted'],
    ['| a | b |\n| - | - |\n| 1 | 2 |', 'a\tb\n1\t2'],
    ['<div>raw&nbsp;HTML</div>', 'raw HTML'],
  ])('loses no letter of %j', (note, text) => {
    expect(plainNote(note).replaceAll('\u00A0', ' ')).toBe(text)
  })

  it('takes some steps only, with the asides that stand there', () => {
    const note = 'One. [click] Two.\n\n**Point at:** two.\n\n[click] Three.\n\nStill. [click:2] Five.\n\n**Sources:** none.'
    expect(plainNote(note, { upTo: 0 })).toBe('One.')
    expect(plainNote(note, { after: 0, upTo: 1 })).toBe('Two.\n\nPoint at: two.')
    expect(plainNote(note, { after: 1, upTo: 2 })).toBe('Three.\n\nStill.')
    expect(plainNote(note, { after: 2, upTo: 3 })).toBe('')
    expect(plainNote(note, { after: 0 })).toBe('Two.\n\n▸ Three.\n\nStill. ▸ Five.\n\nPoint at: two.\n\nSources: none.')
  })
})

describe('readNote', () => {
  it.each([
    ['', 0],
    ['One [click] two [click] three.', 2],
    ['[click:3] four [CLICK] five', 4],
    ['[click]\n\n**Sources:** none. [click]', 2],
  ])('counts the clicks of %j', (note, clicks) => {
    expect(readNote(note).lastStep).toBe(clicks)
  })

  it('has each block as it is written, definitions too', () => {
    const { asides, said } = readNote('[a]: b\n\n\nOne\n*two*. [click]\n\n**If asked:** see\n\n- x\n  y\n\n[r]: https://example.org\n')
    expect(said.map(({ block }) => block.markdown)).toEqual(['[a]: b\n\n\nOne\n*two*. ▸'])
    expect(asides[0]!.blocks.map(({ markdown }) => markdown)).toEqual(['**If asked:** see', '- x\n  y\n\n[r]: https://example.org'])
  })
})

describe('plainText', () => {
  it('leaves addresses out unless they are wanted', () => {
    const html = '<a href="https://example.org/?a=1&amp;b">here</a>'
    expect(plainText(html)).toBe('here')
    expect(plainText(html, { withAddresses: true })).toBe('here (https://example.org/?a=1&b)')
  })
})

describe('openingWords', () => {
  it('are the first block that is said, without its clicks', () => {
    expect(openingWords('**Point at:** it.\n\nOne [click] *two*.\n\nThree.')).toBe('One two.')
    expect(openingWords('')).toBe('')
  })
})
