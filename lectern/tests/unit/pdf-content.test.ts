import { describe, expect, it } from 'vitest'
import { artifactEntries } from '../../pdf/artifacts'
import { markBounds, objectBounds } from '../../pdf/bounds'
import { formatContent, markContent, parseContent, shownObjects } from '../../pdf/content'
import { parseToUnicode, spellOut, type FontReader } from '../../pdf/fonts'
import type { Matrix } from '../../pdf/streams'
import { separateWords } from '../../pdf/words'

describe('parseContent', () => {
  it('keeps what stands before each operator as it is written', () => {
    expect(parseContent('q .5 0 0 -.5 0 414 cm % a comment\n/P <</MCID 3 >>BDC (a \\) (b)) Tj [<0041> -20 (x)] TJ f* true Q')).toEqual([
      { operator: 'q', operands: [] },
      { operator: 'cm', operands: ['.5', '0', '0', '-.5', '0', '414'] },
      { operator: 'BDC', operands: ['/P', '<<', '/MCID', '3', '>>'] },
      { operator: 'Tj', operands: ['(a \\) (b))'] },
      { operator: 'TJ', operands: ['[', '<0041>', '-20', '(x)', ']'] },
      { operator: 'f*', operands: [] },
      { operator: 'Q', operands: ['true'] },
    ])
  })
})

describe('markContent', () => {
  const marking = (content: string, types: [number, string][], pictures: number[] = []): ReturnType<typeof markContent> =>
    markContent(shownObjects(parseContent(content), name => name === '/X1'), {
      typeOf: id => new Map(types).get(id),
      isPicture: id => pictures.includes(id),
      artifact: () => '/Type /Layout',
      firstId: 7,
    })
  const mark = (...args: Parameters<typeof marking>): string =>
    formatContent(marking(...args).operations).replaceAll('\n', ' ').replaceAll('/Artifact << /Type /Layout >> BDC', '[art')

  it('keeps text, and makes artifacts of what has no mark', () => {
    expect(mark('0 0 9 9 re f /NonStruct <</MCID 0>>BDC BT <0041> Tj ET EMC', [[0, 'P']]))
      .toBe('[art 0 0 9 9 re f EMC /P << /MCID 7 >> BDC BT <0041> Tj ET EMC')
  })

  it('makes an artifact of a shape, unless it is part of a picture', () => {
    const content = '/LI <</MCID 0>>BDC 0 0 9 9 re f EMC /Figure <</MCID 1>>BDC 0 0 m 9 9 l S EMC'
    expect(mark(content, [[0, 'LI'], [1, 'Figure']], [1]))
      .toBe('[art 0 0 9 9 re f EMC /Figure << /MCID 7 >> BDC 0 0 m 9 9 l S EMC')
  })

  it('makes an artifact of text that has no place in the tree', () => {
    expect(mark('/P <</MCID 0>>BDC BT <0041> Tj ET EMC', [])).toBe('[art BT <0041> Tj ET EMC')
  })

  it('marks no clip, no empty text and no bare change of colour', () => {
    const content = 'q 0 0 9 9 re W* n 1 0 0 rg BT ET Q'
    expect(mark(content, [])).toBe(content)
  })

  it('keeps one mark across the brackets of the graphics state', () => {
    expect(mark('/P <</MCID 0>>BDC q BT <0041> Tj ET Q q BT <0042> Tj ET Q EMC q 0 0 9 9 re f Q', [[0, 'P']]))
      .toBe('q /P << /MCID 7 >> BDC BT <0041> Tj ET Q q BT <0042> Tj ET EMC Q q [art 0 0 9 9 re f EMC Q')
  })

  it('gives each part a number of its own where decoration parts a mark', () => {
    const content = '/Link <</MCID 3>>BDC BT <0041> Tj ET 0 0 9 1 re f BT <0042> Tj ET EMC /P <</MCID 0>>BDC BT <0043> Tj ET EMC'
    expect(mark(content, [[3, 'Link'], [0, 'P']])).toBe('/Link << /MCID 7 >> BDC BT <0041> Tj ET EMC [art 0 0 9 1 re f EMC '
      + '/Link << /MCID 8 >> BDC BT <0042> Tj ET EMC /P << /MCID 9 >> BDC BT <0043> Tj ET EMC')
    expect([...marking(content, [[3, 'Link'], [0, 'P']]).ids]).toEqual([[3, [7, 8]], [0, [9]]])
  })

  it('tells kinds of artifacts apart', () => {
    const shown = shownObjects(parseContent('0 0 9 9 re f 0 0 1 1 re f BT <0041> Tj ET'))
    const { operations } = markContent(shown, {
      typeOf: () => undefined, isPicture: () => false, firstId: 0, artifact: ({ kind }) => kind === 'text' ? '/A' : '/B',
    })
    expect(formatContent(operations).replaceAll('\n', ' '))
      .toBe('/Artifact << /B >> BDC 0 0 9 9 re f 0 0 1 1 re f EMC /Artifact << /A >> BDC BT <0041> Tj ET EMC')
  })

  it('puts no mark around a form that has its own', () => {
    expect(mark('/P <</MCID 0>>BDC BT <0041> Tj ET /X1 Do /X2 Do EMC', [[0, 'P']]))
      .toBe('/P << /MCID 7 >> BDC BT <0041> Tj ET EMC /X1 Do [art /X2 Do EMC')
  })
})

describe('artifactEntries', () => {
  const size = [735, 414] as const

  it('knows the footer, which is text at the foot', () => {
    expect(artifactEntries({ kind: 'text' }, [50, 15, 50, 15], size)).toBe('/Type /Pagination /Subtype /Footer')
    expect(artifactEntries({ kind: 'graphic' }, [50, 5, 90, 15], size)).toBe('/Type /Layout')
    expect(artifactEntries({ kind: 'text' }, [50, 40, 50, 40], size)).toBe('/Type /Layout')
  })

  it('knows the background, which covers the page', () => {
    expect(artifactEntries({ kind: 'graphic' }, [0, -9, 735, 413.99], size)).toBe('/Type /Background /BBox [ 0 0 735 414 ]')
    expect(artifactEntries({ kind: 'graphic' }, [0, 0, 735, 400], size)).toBe('/Type /Layout')
    expect(artifactEntries({ kind: 'graphic' }, undefined, size)).toBe('/Type /Layout')
  })
})

describe('markBounds', () => {
  const start: Matrix = [1, 0, 0, 1, 0, 0]

  it('follows the coordinates of the page', () => {
    const content = 'q 2 0 0 -2 10 100 cm /Figure <</MCID 4>>BDC 0 0 5 6 re f BT 1 0 0 1 20 7 Tm <0041> Tj ET EMC Q '
      + '/P <</MCID 5>>BDC 1 2 m 3 4 l S EMC'
    const shown = shownObjects(parseContent(content))
    expect([...markBounds(shown, objectBounds(shown, start))]).toEqual([[4, [10, 86, 50, 100]], [5, [1, 2, 3, 4]]])
  })

  it('gives text its width and height where its font is known', () => {
    const fonts = new Map<string, FontReader>([['/F4', { text: () => 'x', width: () => 500, space: undefined }]])
    const content = '1 0 0 -1 0 100 cm /Formula <</MCID 4>>BDC BT /F4 20 Tf 1 0 0 -1 30 40 Tm <00410042> Tj ET EMC'
    const shown = shownObjects(parseContent(content))
    expect([...markBounds(shown, objectBounds(shown, start, undefined, fonts))]).toEqual([[4, [30, 55, 50, 75]]])
  })

  it('says where forms begin', () => {
    const places: [string, Matrix][] = []
    const shown = shownObjects(parseContent('q 2 0 0 2 10 20 cm /X1 Do Q'), () => true)
    objectBounds(shown, [1, 0, 0, 1, 5, 5], (...place) => places.push(place))
    expect(places).toEqual([['/X1', [2, 0, 0, 2, 15, 25]]])
  })
})

describe('parseToUnicode', () => {
  it('reads single characters, ranges, lists and ligatures', () => {
    const map = `2 beginbfchar
<0003> <0020>
<0010> <00660069>
endbfchar
2 beginbfrange
<0020> <0022> <0041>
<0030> <0031> [<0061> <D83DDE00>]
endbfrange`
    expect([...parseToUnicode(map)]).toEqual([[3, ' '], [16, 'fi'], [32, 'A'], [33, 'B'], [34, 'C'], [48, 'a'], [49, '😀']])
  })
})

describe('spellOut', () => {
  const head = 'begincmap\n'
  const foot = 'endcmap\n'

  it('leaves no range, and every character what it is', () => {
    const map = `${head}1 beginbfchar\n<0010> <00660069>\nendbfchar\n1 beginbfrange\n<00D0> <00D1> <201C>\nendbfrange\n${foot}`
    expect(spellOut(map)).toBe(`${head}3 beginbfchar\n<0010> <00660069>\n<00D0> <201C>\n<00D1> <201D>\nendbfchar\n${foot}`)
  })

  it('puts no more than a hundred into a block', () => {
    const spelt = spellOut(`${head}1 beginbfrange\n<0100> <01FF> <4E00>\nendbfrange\n${foot}`)
    expect(spelt.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '56 beginbfchar'])
    expect(parseToUnicode(spelt).get(0x1FF)).toBe('\u4EFF')
  })
})

describe('separateWords', () => {
  const font: FontReader = { text: code => String.fromCharCode(code), width: () => 500, space: 32 }
  const line = (text: string, x: number, y: number): string => {
    const codes = [...text].map(character => character.charCodeAt(0).toString(16).padStart(4, '0'))
    const shown = codes.map((code, index) => `${index ? 5 : 0} 0 Td <${code}> Tj`).join(' ')
    return `BT /F1 10 Tf 1 0 0 -1 ${x} ${y} Tm ${shown} ET`
  }
  /** Whether the first of two lines gets a space at its end. */
  const gains = (first: string, second: [string, number, number], fonts = new Map([['/F1', font]])): boolean => {
    const lines = shownObjects(parseContent(`${line(first, 0, 0)} ${line(...second)}`))
    const [parted] = separateWords(lines, fonts)
    return formatContent(parted!.operations) === formatContent(lines[0]!.operations).replace(/ET$/, '<0020> Tj\nET')
  }

  it('parts the words of two lines', () => {
    expect(gains('they', ['traded', 0, 12])).toBe(true)
  })

  it('parts words on one line where there is a gap', () => {
    expect(gains('on', ['Go', 16, 0])).toBe(true)
  })

  it('leaves what goes on within a word', () => {
    expect(gains('Go', ['lang', 10, 0])).toBe(false)
  })

  it.each(['a ', 'cross-', 'half—', 'this/', 'https://example.com/very_long'])('adds nothing after “%s”', (text) => {
    expect(gains(text, ['b', 0, 12])).toBe(false)
  })

  it('leaves a font alone that has no space', () => {
    expect(gains('they', ['traded', 0, 12], new Map([['/F1', { ...font, space: undefined }]]))).toBe(false)
  })
})
