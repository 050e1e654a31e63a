import { describe, expect, it } from 'vitest'
import { clockOf, formatSeconds, type Timing } from '../../presenter/clock'

const MINUTE = 60
const HOUR = 60 * MINUTE

const clock = (passed: number, timing: Partial<Timing> = {}) =>
  clockOf({ mode: 'countdown', isStopped: false, passed, planned: 30 * MINUTE, ...timing })

describe('seconds', () => {
  it.each([
    [0, '0:00'],
    [-0, '0:00'],
    [9, '0:09'],
    [59, '0:59'],
    [MINUTE, '1:00'],
    [HOUR - 1, '59:59'],
    [HOUR, '1:00:00'],
    [HOUR + 4 * MINUTE + 7, '1:04:07'],
    [26 * HOUR, '26:00:00'],
    [-1, '−0:01'],
    [-MINUTE, '−1:00'],
    [-(4 * MINUTE + 17), '−4:17'],
    [-(HOUR + 5 * MINUTE + 18), '−1:05:18'],
  ])('%i is %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text)
  })
})

describe('a countdown', () => {
  it('begins with all of its time, stopped or in its first second', () => {
    expect(clock(0, { isStopped: true })).toEqual({ text: '30:00', isOver: false, share: 0 })
    expect(clock(0.9).text).toBe('30:00')
    expect(clock(1).text).toBe('29:59')
  })

  it('rests at zero for a second, and is not over yet', () => {
    for (const passed of [30 * MINUTE, 30 * MINUTE + 0.999])
      expect(clock(passed)).toEqual({ text: '0:00', isOver: false, share: 100 })
    expect(clock(30 * MINUTE + 1)).toEqual({ text: '−0:01', isOver: true, share: 100 })
  })

  it('reads −4:17 at 34:17 of 30 minutes', () => {
    expect(clock(34 * MINUTE + 17.5)).toEqual({ text: '−4:17', isOver: true, share: 100 })
  })

  it('takes hours, before and after its end', () => {
    expect(clock(30 * MINUTE, { planned: 90 * MINUTE }).text).toBe('1:00:00')
    expect(clock(95 * MINUTE).text).toBe('−1:05:00')
  })

  it('has its share of the time gone', () => {
    expect(clock(15 * MINUTE).share).toBe(50)
  })

  it('waits where another machine started it and has its clock ahead', () => {
    expect(clock(-5)).toEqual({ text: '30:00', isOver: false, share: 0 })
  })
})

describe('a stopwatch', () => {
  const stopwatch = (passed: number, timing: Partial<Timing> = {}) => clock(passed, { mode: 'stopwatch', ...timing })

  it('has dashes until it runs', () => {
    expect(stopwatch(0, { isStopped: true })).toEqual({ text: '-:--', isOver: false, share: 0 })
    expect(stopwatch(0).text).toBe('0:00')
  })

  it('counts up, and on when the planned time is over', () => {
    expect(stopwatch(34 * MINUTE + 17)).toEqual({ text: '34:17', isOver: true, share: 100 })
    expect(stopwatch(30 * MINUTE).isOver).toBe(false)
    expect(stopwatch(HOUR + 1).text).toBe('1:00:01')
  })
})
