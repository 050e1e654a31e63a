import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { holdPresses, type Steps } from '../../navigation/presses'

/** Two slides of three steps, the second of which is not drawn yet; steps show in the address a little later. */
function createDeck(canDraw = true) {
  const place = ref('1+0')
  const drawn = ref(['1'])
  const steps: Steps = {
    canDraw: async () => canDraw,
    isDrawn: () => drawn.value.includes(place.value[0]!),
    async next() {
      const [slide, step] = place.value.split('+') as [string, string]
      const total = steps.isDrawn() ? 2 : 0
      const there = Number(step) < total ? `${slide}+${Number(step) + 1}` : `${Number(slide) + 1}+0`
      void nextTick(() => place.value = there)
    },
    async prev() {
      place.value = place.value.replace(/\d$/, step => String(Number(step) - 1))
    },
  }
  holdPresses(steps)
  return { drawn, place, steps }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('presses wait for their slide to be drawn, and none is lost', async () => {
  const { drawn, place, steps } = createDeck()
  for (let press = 0; press < 5; press += 1)
    void steps.next()
  await vi.advanceTimersByTimeAsync(1000)
  expect(place.value).toBe('2+0')
  drawn.value = ['1', '2']
  await vi.advanceTimersByTimeAsync(10)
  expect(place.value).toBe('2+2')
  await vi.runAllTimersAsync()
  void steps.prev()
  await vi.runAllTimersAsync()
  expect(place.value).toBe('2+1')
})

it('presses go on at once where a slide could not be fetched', async () => {
  const { place, steps } = createDeck(false)
  for (let press = 0; press < 4; press += 1)
    void steps.next()
  await vi.advanceTimersByTimeAsync(100)
  expect(place.value).toBe('3+0')
})

it('presses go on where a slide does not come', async () => {
  const { place, steps } = createDeck()
  for (let press = 0; press < 4; press += 1)
    void steps.next()
  await vi.advanceTimersByTimeAsync(2500)
  expect(place.value).toBe('2+0')
  await vi.advanceTimersByTimeAsync(1000)
  expect(place.value).toBe('3+0')
})

it('a press at a slide that is drawn does not wait', async () => {
  const { place, steps } = createDeck()
  void steps.next()
  await vi.advanceTimersByTimeAsync(0)
  expect(place.value).toBe('1+1')
})
