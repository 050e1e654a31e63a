import { describe, expect, it } from 'vitest'
import { isForBrowser, type KeyPress } from '../../navigation/browserKeys'

const press = (key: string, held: Partial<KeyPress> = {}): boolean =>
  isForBrowser({ key, code: `Key${key.toUpperCase()}`, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held })

describe('which keys the deck leaves to the browser', () => {
  it('is none that is pressed alone', () => {
    for (const key of ['d', 'D', '/', '`', ' ', 'ArrowRight', 'PageDown', 'Escape', 'Enter', '2'])
      expect(press(key), key).toBe(false)
  })

  it('is each with Ctrl, Alt or Cmd, whatever else is held', () => {
    for (const held of ['altKey', 'ctrlKey', 'metaKey'] as const) {
      for (const key of ['d', 'f', 'g', 'o', 'n', '/', ' ', 'ArrowLeft', 'ArrowRight', 'Escape', 'Enter', '2', 'Control']) {
        expect(press(key, { [held]: true }), `${held} ${key}`).toBe(true)
        expect(press(key, { [held]: true, shiftKey: true }), `${held} Shift ${key}`).toBe(true)
      }
    }
  })

  it('is with Shift what has no Shift of its own', () => {
    for (const key of ['D', 'N', 'Ö', 'ArrowDown', 'ArrowUp', 'PageDown', 'Escape', 'Enter'])
      expect(press(key, { shiftKey: true }), key).toBe(true)
    for (const key of [' ', 'ArrowLeft', 'ArrowRight'])
      expect(press(key, { shiftKey: true }), key).toBe(false)
  })

  it('is no sign that takes Shift to be typed, as / does on a German keyboard', () => {
    expect(press('/', { code: 'Digit7', shiftKey: true })).toBe(false)
    expect(press('`', { code: 'Equal', shiftKey: true })).toBe(false)
  })

  it('is not what takes back a stroke of a drawing', () => {
    expect(press('z', { ctrlKey: true })).toBe(false)
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe(false)
    expect(press('z', { altKey: true })).toBe(true)
  })
})
