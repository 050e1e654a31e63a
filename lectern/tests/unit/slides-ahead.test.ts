// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, nextTick, shallowRef, type App } from 'vue'
import { SETTLED } from '../../navigation/idle'

interface Slide {
  no: number
  meta: { __preloaded?: boolean }
  load: () => Promise<unknown>
}

const currentSlideRoute = shallowRef<Slide>()
const slides = shallowRef<Slide[]>([])
vi.mock('@slidev/client', () => ({ useNav: () => ({ currentSlideRoute, slides }) }))
const { useSlidesAhead } = await import('../../navigation/useSlidesAhead')

/** Numbers of the slides that were asked for, in order. */
let asked: number[]
/** Those whose file does not come. */
let broken: number[]
let app: App
const unhandled = vi.fn()

beforeEach(() => {
  asked = []
  broken = []
  vi.useFakeTimers()
  slides.value = [1, 2, 3, 4, 5].map(no => ({
    no,
    meta: {},
    load: async () => {
      asked.push(no)
      if (broken.includes(no))
        throw new TypeError('Failed to fetch dynamically imported module')
    },
  }))
  currentSlideRoute.value = slides.value[1]
  unhandled.mockClear()
  process.on('unhandledRejection', unhandled)
  app = createApp({
    setup() {
      useSlidesAhead()
      return () => null
    },
  })
})
afterEach(() => {
  app.unmount()
  vi.useRealTimers()
  process.off('unhandledRejection', unhandled)
})

/** Lets the browser be idle until all that is under way has been fetched. */
async function idle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(SETTLED + 10_000)
  vi.useRealTimers()
  // Node tells of a rejection that nobody handles after the microtasks of a turn.
  await new Promise(resolve => setTimeout(resolve))
  vi.useFakeTimers()
}

const drawn = (): number[] => slides.value.filter(({ meta }) => meta.__preloaded).map(({ no }) => no)

it('draws the slides beside the one that is shown, then fetches the others, the nearest first', async () => {
  app.mount(document.createElement('div'))
  await idle()
  expect(asked).toEqual([2, 3, 1, 4, 5])
  expect(drawn()).toEqual([1, 2, 3])
})

it('passes by slides whose files do not come, without an error that nobody handles, and tries them anew later', async () => {
  broken = [3, 4]
  app.mount(document.createElement('div'))
  await idle()
  expect(unhandled).not.toHaveBeenCalled()
  expect(asked).toEqual([2, 3, 1, 4, 5])
  expect(drawn()).toEqual([1, 2])

  broken = []
  asked = []
  currentSlideRoute.value = slides.value[3]
  await nextTick()
  await idle()
  expect(drawn()).toEqual([1, 2, 3, 4, 5])
})

it('stops where the slides are left', async () => {
  app.mount(document.createElement('div'))
  app.unmount()
  await idle()
  expect(asked).toEqual([])
})
