import type { DecisionOutcome, DecisionRecord, DecisionStart } from './types'

/**
 * The article’s criteria as questions about one service, or one part of it; the questions are ours. What speaks for
 * either language is the article’s reason, in our words.
 */
export const decision = [
  {
    id: 'change',
    question: 'How often do its requirements change?',
    go: {
      answer: 'every few weeks',
      reason: 'Go builds quickly and is cheap to change: the next idea is tried sooner.',
      quote: 'bala-natarajan',
      sources: ['new-stack'],
    },
    rust: {
      answer: 'hardly any more',
      reason: 'What has settled repays the time that Rust asks for with speed.',
      quote: 'jesse-howarth',
      sources: ['new-stack'],
    },
    watch: 'Note when a requirement last changed, and wait until that is long ago.',
  },
  {
    id: 'near',
    question: 'What is it closer to?',
    go: {
      answer: 'the users',
      reason: 'Near the user wishes shift: what counts is how soon a new one is tried.',
      quote: 'peter-bourgon',
      sources: ['new-stack'],
    },
    rust: {
      answer: 'the machine',
      reason: 'Near the metal each byte counts, and Rust leaves them all to you.',
      quote: 'matt-asay',
      sources: ['new-stack'],
    },
    watch: 'Cut it in two where users end and the machine begins; move the lower half alone.',
  },
  {
    id: 'limit',
    question: 'What runs short first?',
    go: {
      answer: 'the time of people',
      reason: 'Code that looks alike everywhere is quick to read, to change and to hand on.',
      quote: 'glen-balliet',
      sources: ['new-stack'],
    },
    rust: {
      answer: 'memory, or time to answer',
      reason: 'Memory is freed when its owner ends: no collector needs room or time for it.',
      quote: 'daniel-reiter-horn-3',
      sources: ['new-stack'],
    },
    watch: 'Measure first: a small gain pays for itself only at very large scale.',
  },
  {
    id: 'known',
    question: 'Who knows which language?',
    go: {
      answer: 'few know either',
      reason: 'People who come from other languages write Go within weeks.',
      quote: 'dewet-diener-2',
      sources: ['new-stack'],
    },
    rust: {
      answer: 'several know Rust',
      reason: 'The hard part is behind you, and what was learned keeps its value.',
      quote: 'john-graham-cumming',
      sources: ['new-stack'],
    },
    watch: 'Let two people learn Rust on something small before a large thing depends on it.',
  },
  {
    id: 'soon',
    question: 'How soon must it be useful?',
    go: {
      answer: 'within weeks',
      reason: 'A first version that is often sufficient is there early, and you can move on.',
      quote: 'jaime-garcia',
      sources: ['new-stack'],
    },
    rust: {
      answer: 'within months',
      reason: 'More time gives something more refined: control and speed that last.',
      quote: 'matt-ronge',
      sources: ['new-stack'],
    },
    watch: 'Keep what runs in service until the new part has proved itself beside it.',
  },
  {
    id: 'bug',
    question: 'What does a forgotten case cost?',
    go: {
      answer: 'a fix and a new release',
      reason: 'Static types and checks at run time catch the classic memory bugs; mending is quick.',
      quote: 'stefan-nilsson',
      sources: ['new-stack'],
    },
    rust: {
      answer: 'more than a longer build',
      reason: 'The compiler asks for every case and every owner before anything runs.',
      quote: 'taylor-thomas',
      sources: ['new-stack'],
    },
    watch: 'Write down what the last three failures cost, and which of them a compiler would have seen.',
  },
] as const satisfies readonly DecisionRecord[]

/** A question, as the address of the page and the names of its fields have it. */
export type DecisionId = (typeof decision)[number]['id']

/** Where to start, by what the answers come to: the article’s advice, in our words. */
export const decisionStarts: Record<DecisionOutcome, DecisionStart> = {
  open: {
    text: 'Answer the first question, and then the others: what still moves, and what would be gained, tells where to start.',
  },
  moving: {
    title: 'Start with Go',
    text: 'Its requirements still move, and Go follows them at the lowest price. Keep its borders clean, so that a part can move later.',
  },
  unpaid: {
    title: 'Stay with Go',
    text: 'It has settled, but so far nothing here is worth the price of a move. Ask again when memory, time to answer or failures become dear.',
  },
  settled: {
    title: 'This part may begin in Rust, or move to it',
    text: 'It has settled, and what it would gain is worth an investment at first. Let the rest stay in Go, and keep the border where few calls cross it.',
  },
}
