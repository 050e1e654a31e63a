import { expect, it } from 'vitest'
import { reachable } from '../../../site/chunks'

const modules: Record<string, string[]> = { play: ['nav', 'show'], show: ['nav', 'wrapper'], nav: ['show'], wrapper: [], page: ['nav'] }

it('reaches what a module imports, directly or not, round in circles too', () => {
  expect(reachable('play', id => ({ importedIds: modules[id]! }))).toEqual(new Set(['play', 'nav', 'show', 'wrapper']))
})

it('reaches a module of which nothing is known', () => {
  expect(reachable('elsewhere', () => null)).toEqual(new Set(['elsewhere']))
})
