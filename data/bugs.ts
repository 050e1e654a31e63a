import type { BugRecord } from './types'

/** Classic bugs, and when each language stops them. */
export const bugs = [
  {
    bug: 'Buffer overflow',
    go: { when: 'running', how: 'a wrong index panics' },
    rust: { when: 'running', how: 'a wrong index panics' },
    sources: ['go-spec', 'rust-book-panic'],
  },
  {
    bug: 'Use after free',
    go: { when: 'running', how: 'the collector keeps reachable memory alive' },
    rust: { when: 'before', how: 'ownership rules refuse to compile it' },
    sources: ['go-gc-guide', 'rust-book-ownership'],
  },
  {
    bug: 'Data race',
    go: { when: 'running', how: '-race may catch it, if that run races; missed, it may corrupt memory', unsure: true },
    rust: { when: 'before', how: 'safe code with one does not compile' },
    sources: ['go-race-detector', 'go-memory-model', 'rust-book-ownership'],
  },
  {
    bug: 'Missing value',
    go: { when: 'running', how: 'following nil panics' },
    rust: { when: 'before', how: 'an Option must be unpacked' },
    sources: ['go-spec', 'rust-book-option'],
  },
] as const satisfies readonly BugRecord[]
