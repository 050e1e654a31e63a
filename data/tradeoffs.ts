import type { TradeoffRecord } from './types'

/** The article’s four trade-offs in our own words: the same goals, and what each language asks for them. */
export const tradeoffs = [
  {
    topic: 'performance',
    goal: 'Performance',
    go: { gain: 'fast as it comes', price: 'fewer knobs' },
    rust: { gain: 'fast as you take it', price: 'more complexity' },
    sources: ['new-stack'],
  },
  {
    topic: 'adaptability',
    goal: 'Adaptability',
    go: { gain: 'quick to try again', price: 'less refinement' },
    rust: { gain: 'refined further', price: 'longer builds' },
    sources: ['new-stack'],
  },
  {
    topic: 'learnability',
    goal: 'Learnability',
    go: { gain: 'at work in weeks', price: 'less control' },
    rust: { gain: 'control and speed', price: 'months of study' },
    sources: ['new-stack'],
  },
  {
    topic: 'control',
    goal: 'Control',
    go: { gain: 'decided for you', price: 'less precision' },
    rust: { gain: 'decided by you', price: 'more to decide' },
    sources: ['new-stack'],
  },
] as const satisfies readonly TradeoffRecord[]
