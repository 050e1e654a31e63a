import { describe, expect, it } from 'vitest'
import { checksOf, type Facts } from '../../presenter/preflight/rules'

const GOOD: Facts = {
  fonts: ['Some Sans'],
  missingFonts: [],
  others: 1,
  server: { pdf: { name: 'exports/deck.pdf', made: 0, isNewer: true }, remote: ['10.0.0.5:3030'] },
  isAlone: false,
  foreign: [],
  downloads: [],
  screen: { width: 1920, height: 1080, ratio: 1, aspect: 16 / 9 },
  planned: 1790,
  duration: 1800,
  slides: 40,
  withoutNotes: [],
  keepsPlace: true,
  staysAwake: true,
  pressed: ['PageDown', 'PageUp'],
}

const stateOf = (id: string, facts: Partial<Facts>) => checksOf({ ...GOOD, ...facts }).find(check => check.id === id)

describe('checksOf', () => {
  it('passes what is well, but for what no page can see', () => {
    expect(checksOf(GOOD).filter(({ state }) => state !== 'passed').map(({ id }) => id)).toEqual(['room'])
  })

  it.each<[string, Partial<Facts>, string, RegExp]>([
    ['fonts', { missingFonts: ['Some Sans'] }, 'failed', /Some Sans did not load/i],
    ['fonts', { fonts: [] }, 'look', /brings none/i],
    ['windows', { others: 0 }, 'failed', /no other window/i],
    ['windows', { isAlone: true }, 'failed', /server does not answer/i],
    ['remote', { server: { remote: [] } }, 'failed', /no address/i],
    ['remote', { server: {} }, 'look', /not started/i],
    ['offline', { foreign: ['fonts.example'] }, 'look', /come from fonts\.example/],
    ['remote', { server: { isSilent: true } }, 'look', /does not say/],
    ['offline', { isOffline: false }, 'failed', /has not kept/i],
    ['screen', { screen: { width: 1024, height: 768, ratio: 1, aspect: 16 / 9 } }, 'look', /1024 × 768 pixels: bars above and below/i],
    ['screen', { screen: { width: 3440, height: 1440, ratio: 1, aspect: 16 / 9 } }, 'look', /bars at the sides/i],
    ['screen', { screen: { width: 1536, height: 864, ratio: 1.25, aspect: 16 / 9 } }, 'passed', /1920 × 1080 pixels, scaled to 125 %/i],
    ['notes', { planned: 600 }, 'look', /10:00 planned, the clock counts 30:00/i],
    ['notes', { withoutNotes: ['A picture'] }, 'look', /no notes on “A picture”/i],
    ['pdf', { server: { pdf: { name: 'exports/deck.pdf', made: 0, isNewer: false } } }, 'failed', /the deck is newer/i],
    ['pdf', { server: undefined, downloads: [] }, 'failed', /none was found/i],
    ['pdf', { server: undefined, downloads: ['Slides PDF'] }, 'passed', /Slides PDF/i],
    ['clicker', { pressed: [] }, 'look', /press each/i],
    ['clicker', { pressed: ['PageDown', '.'] }, 'look', /PageDown: next; \.: black/i],
    ['browser', { keepsPlace: false }, 'failed', /keeps nothing/i],
    ['browser', { staysAwake: false }, 'failed', /awake/i],
  ])('%s with %j: %s', (id, facts, state, found) => {
    const check = stateOf(id, facts)!
    expect(check.state).toBe(state)
    expect(check.found).toMatch(found)
    // Whoever reads that something failed reads what to do.
    if (state === 'failed')
      expect(check.todo).toBeTruthy()
  })

  it('says nothing of a remote control where there is no server', () => {
    expect(stateOf('remote', { server: undefined })).toBeUndefined()
  })
})
