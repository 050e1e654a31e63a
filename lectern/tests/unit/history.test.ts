// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mendHistory } from '../../navigation/history'

/** What the browser has written down; it refuses more than 100 entries in 30 seconds, as WebKit does. */
let written: string[]
let start: number
let count: number

function browserHistory(way: string): History['replaceState'] {
  return (_, __, url) => {
    if (performance.now() - start > 30_000) {
      start = performance.now()
      count = 0
    }
    if (++count > 100)
      throw new DOMException('Attempt to use history more than 100 times per 30 seconds', 'SecurityError')
    if (url === 'http://')
      throw new DOMException('not an address', 'SyntaxError')
    written.push(`${way} ${url}`)
  }
}

const own = { push: history.pushState, replace: history.replaceState }

beforeEach(() => {
  vi.useFakeTimers()
  written = []
  start = performance.now()
  count = 0
  history.pushState = browserHistory('push')
  history.replaceState = browserHistory('replace')
  mendHistory()
})
afterEach(() => {
  vi.useRealTimers()
  history.pushState = own.push
  history.replaceState = own.replace
})

describe('the address', () => {
  it('follows each move of a person at once', () => {
    for (let step = 1; step <= 50; step += 1)
      history.replaceState({}, '', `/${step}`)
    expect(written.at(-1)).toBe('replace /50')
  })

  it('follows within a second where moves are many, and stays within what the browser takes', async () => {
    for (let step = 1; step <= 1000; step += 1) {
      history.replaceState({}, '', `/${step}`)
      await vi.advanceTimersByTimeAsync(70)
    }
    await vi.advanceTimersByTimeAsync(1000)
    expect(written.at(-1)).toBe('replace /1000')
    expect(written.length).toBeLessThan(60 + 72 + 2)
  })

  it('keeps the order where a jump comes after many moves', () => {
    for (let step = 1; step <= 70; step += 1)
      history.replaceState({}, '', `/${step}`)
    history.pushState({}, '', '/jump')
    expect(written.slice(-2)).toEqual(['replace /70', 'push /jump'])
  })

  it('is written once the browser takes it again', async () => {
    for (let jump = 1; jump <= 120; jump += 1)
      history.pushState({}, '', `/${jump}`)
    await vi.advanceTimersByTimeAsync(35_000)
    expect(written.at(-1)).toBe('replace /120')
  })

  it('is not written over the entry that Back led to', async () => {
    for (let step = 1; step <= 70; step += 1)
      history.replaceState({}, '', `/${step}`)
    window.dispatchEvent(new PopStateEvent('popstate'))
    await vi.advanceTimersByTimeAsync(5000)
    expect(written).not.toContain('replace /70')
  })
})

it('an address that cannot be stays an error', () => {
  expect(() => history.replaceState({}, '', 'http://')).toThrow('not an address')
})
