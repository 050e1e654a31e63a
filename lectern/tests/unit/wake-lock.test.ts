// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'

const enabled = ref(true)
vi.mock('@slidev/client/state/storage.ts', () => ({ wakeLockEnabled: enabled }))
const { useWakeLock } = await import('../../replacements/useWakeLock')

class Lock {
  released = false
  release = vi.fn(async () => void (this.released = true))
}

let locks: Lock[]
let mayLock: boolean
let scope: ReturnType<typeof effectScope>
const settled = () => new Promise(resolve => setTimeout(resolve))
const unhandled = vi.fn()

beforeEach(() => {
  locks = []
  mayLock = true
  enabled.value = true
  unhandled.mockClear()
  process.on('unhandledRejection', unhandled)
  Object.defineProperty(navigator, 'wakeLock', {
    configurable: true,
    value: {
      request: async () => {
        if (!mayLock)
          throw new DOMException('Permission was denied', 'NotAllowedError')
        locks.push(new Lock())
        return locks.at(-1)
      },
    },
  })
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  process.off('unhandledRejection', unhandled)
  Reflect.deleteProperty(navigator, 'wakeLock')
})

it('a refusal is no error, and the next key asks again', async () => {
  mayLock = false
  scope.run(useWakeLock)
  await settled()
  expect(unhandled).not.toHaveBeenCalled()
  mayLock = true
  for (const _ of [1, 2])
    document.dispatchEvent(new Event('keyup'))
  await settled()
  expect(locks).toHaveLength(1)
})

it('a lock that the browser has taken back is asked for again', async () => {
  scope.run(useWakeLock)
  await settled()
  locks[0]!.released = true
  document.dispatchEvent(new Event('visibilitychange'))
  await settled()
  expect(locks).toHaveLength(2)
})

it('the screen may go dark once it is switched off, or the slides are left, at whatever moment', async () => {
  scope.run(useWakeLock)
  await settled()
  enabled.value = false
  await settled()
  enabled.value = true
  await settled()
  expect(locks.map(({ released }) => released)).toEqual([true, false])
  document.dispatchEvent(new Event('keyup'))
  scope.stop()
  await settled()
  expect(locks).toHaveLength(2)
  expect(locks.every(({ released }) => released)).toBe(true)
})

it('a browser without locks is left alone', () => {
  Reflect.deleteProperty(navigator, 'wakeLock')
  expect(() => scope.run(useWakeLock)).not.toThrow()
})
