import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepNodeEnv } from '../../config/nodeEnv'

const { NODE_ENV } = process.env
beforeEach(() => {
  delete process.env.NODE_ENV
})
afterEach(() => {
  process.env.NODE_ENV = NODE_ENV
})

it('puts the environment back, also where the work fails', async () => {
  await expect(keepNodeEnv(() => {
    process.env.NODE_ENV = 'production'
    return Promise.reject(new Error('broken'))
  })).rejects.toThrow('broken')
  expect(process.env.NODE_ENV).toBeUndefined()
})

it('puts it back once the last of several has ended', async () => {
  const ends: (() => void)[] = []
  const work = (): Promise<void> => {
    process.env.NODE_ENV ??= 'development'
    return new Promise(resolve => ends.push(resolve))
  }
  const [first, second] = [keepNodeEnv(work), keepNodeEnv(work)]
  ends[0]!()
  await first
  ends[1]!()
  await second
  expect(process.env.NODE_ENV).toBeUndefined()
})
