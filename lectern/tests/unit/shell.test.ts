import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findAddressMistake, partsOf, resolveAddress, wholeStep } from '../../navigation/addresses'
import { announcement, documentTitle } from '../../shell/announcement'
import { currentNotice, noticeMove, showNotice, withdrawNotice } from '../../shell/notices'
import { formatPlace, parsePlace } from '../../shell/place'
import { slidesAhead } from '../../navigation/slidesAhead'
import { recall, remember } from '../../shell/storage'

describe('what a screen reader hears', () => {
  const position = { slide: 7, slides: 39, headline: 'Both are fast', step: 1, steps: 4 }

  it('is the slide, its headline and the step', () => {
    expect(announcement(position)).toBe('Slide 7 of 39: Both are fast, step 2 of 4')
  })

  it('leaves the step out where there is only one', () => {
    expect(announcement({ ...position, step: 0, steps: 1 })).toBe('Slide 7 of 39: Both are fast')
  })

  it('finds in the title of the window the headline and the deck, each once', () => {
    expect(documentTitle('Both are fast', 'The deck')).toBe('Both are fast · The deck')
    expect(documentTitle('The deck', 'The deck')).toBe('The deck')
  })
})

describe('what is got ready while a slide is shown', () => {
  const slides = [1, 2, 3, 4, 5, 6].map(no => ({ no }))
  const ahead = (current: number) => {
    const { draw, fetch } = slidesAhead(slides, current)
    return [draw, fetch].map(some => some.map(({ no }) => no))
  }

  it('are the slides beside it, the next one first, and then the others by distance', () => {
    expect(ahead(3)).toEqual([[4, 2], [5, 1, 6]])
  })

  it('is no slide beyond the ends', () => {
    expect(ahead(1)).toEqual([[2], [3, 4, 5, 6]])
    expect(ahead(6)).toEqual([[5], [4, 3, 2, 1]])
  })
})

describe('a place', () => {
  it.each([{ alias: 'safety-voices', step: 2 }, { alias: 'cover', step: 0 }])('$alias at $step is read as it was written', (place) => {
    expect(parsePlace(formatPlace(place))).toEqual(place)
  })

  it.each([null, '', 'a b', '<b>', 'safety?clicks=x', 'safety?clicks=99999'])('that is %j is none', (text) => {
    expect(parsePlace(text)).toBeNull()
  })
})

describe('an address', () => {
  const slides = [{ routeAlias: 'cover' }, { routeAlias: 'safety', formerAliases: ['security'] }]

  it('is known by alias and by number', () => {
    expect(['cover', 'safety', '1', '2'].map(name => resolveAddress(name, slides).kind)).toEqual(Array(4).fill('slide'))
  })

  it.each([
    ['2', '2'], ['99', '99'], ['-1', '-1'], ['1.5', '1'], ['2nd', '2'], [['1', '2'], '1'], [[null, '2'], undefined],
    ['abc', undefined], ['Infinity', undefined], ['', undefined], [null, undefined], [undefined, undefined],
  ])('with the step %j has %j', (given, step) => {
    expect(wholeStep(given)).toBe(step)
  })

  it('is read by its parts, also where a part cannot be', () => {
    expect(partsOf('/caf%C3%A9/a%2Fb/')).toEqual(['café', 'a/b', ''])
    expect(partsOf('/%FF/caf%C3%A9')).toEqual(['%FF', 'café'])
  })

  it('of old leads to the slide', () => {
    expect(resolveAddress('security', slides)).toEqual({ kind: 'renamed', alias: 'safety' })
  })

  it.each(['safe', '3', '0', '01', '1.5', '1e0', ''])('%j is unknown', (name) => {
    expect(resolveAddress(name, slides)).toEqual({ kind: 'unknown' })
  })

  it.each([
    [[{ routeAlias: 'a' }, { routeAlias: 'a' }], 2, 'routeAlias', 'a belongs to slide 1 already'],
    [[{ routeAlias: 'a', formerAliases: ['b'] }, { routeAlias: 'b' }], 1, 'formerAliases', 'b belongs to slide 2 already'],
    [[{ routeAlias: 'a', formerAliases: ['c'] }, { formerAliases: ['c'] }], 2, 'formerAliases', 'c belongs to slide 1 already'],
    [[{ formerAliases: ['print'] }], 1, 'formerAliases', 'print is the address of another page'],
    [[{ formerAliases: ['7'] }], 1, 'formerAliases', 'expected a word of letters, digits and hyphens, such as first-steps, not "7"'],
  ])('that two would answer to, or none, is a mistake: %j', (deck, slide, field, mistake) => {
    expect(findAddressMistake(deck, ['print'])).toEqual({ slide, field, mistake })
  })

  it('of one slide each is none', () => {
    expect(findAddressMistake(slides, ['print'])).toBeUndefined()
  })
})

describe('notices', () => {
  const notice = (id: string, untilMove = false) => ({ id, text: id, untilMove, action: { label: 'Go', run: () => {} } })

  beforeEach(() => ['a', 'b'].forEach(withdrawNotice))

  it('come one at a time, in order', () => {
    showNotice(notice('a'))
    showNotice(notice('b'))
    expect(currentNotice.value?.id).toBe('a')
    withdrawNotice('a')
    expect(currentNotice.value?.id).toBe('b')
  })

  it('come once', () => {
    showNotice(notice('a'))
    showNotice({ ...notice('a'), text: 'newer' })
    expect(currentNotice.value?.text).toBe('newer')
    withdrawNotice('a')
    expect(currentNotice.value).toBeUndefined()
  })

  it('go with a move if it answers them', () => {
    showNotice(notice('a', true))
    showNotice(notice('b'))
    noticeMove()
    expect(currentNotice.value?.id).toBe('b')
  })
})

describe('memory', () => {
  it('does without storage that is blocked or full', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('blocked')
      },
      setItem: () => {
        throw new Error('full')
      },
    })
    expect(recall('place')).toBeNull()
    expect(() => remember('place', 'cover')).not.toThrow()
    vi.unstubAllGlobals()
  })
})
