import type { AdviceRecord } from './types'

/** The article’s recommendation in our own words, in the order of a product’s life. */
export const advice = [
  {
    title: 'Start with Go',
    text: 'For most the right default: fast, easy to adopt, easy to change.',
    sources: ['new-stack'],
  },
  {
    title: 'See what settles',
    text: 'Measure first: a small gain pays only at very large scale.',
    sources: ['new-stack'],
  },
  {
    title: 'Let Rust in there',
    text: 'An investment at first; modular design keeps the move small.',
    sources: ['new-stack'],
  },
] as const satisfies readonly AdviceRecord[]
