import { decision } from './decision'
import type { PairRow } from './types'

/** Side-by-side tables beside the article’s own; cells of nine words at most. */
export const tables = {
  'review': [
    { label: 'one style, no debate', go: 'go fmt', rust: 'cargo fmt', sources: ['go-command', 'cargo-commands'] },
    { label: 'known mistakes', go: 'go vet', rust: 'cargo clippy', sources: ['go-command', 'cargo-commands'] },
    { label: 'one command, any project', go: 'go build', rust: 'cargo build', sources: ['go-command', 'cargo-commands'] },
    { label: 'in the same box', go: 'go test', rust: 'cargo test', sources: ['go-command', 'cargo-commands'] },
    { label: 'from the code itself', go: 'go doc', rust: 'cargo doc', sources: ['go-command', 'cargo-commands'] },
  ],
  'dependencies': [
    {
      label: 'Ask',
      go: 'go get',
      rust: 'cargo add',
      sources: ['go-modules', 'cargo-commands'],
    },
    {
      label: 'Choose',
      go: 'the lowest that all accept',
      rust: 'the newest that all accept',
      sources: ['go-modules', 'cargo-resolver'],
    },
    {
      label: 'Check each',
      go: 'go.sum and a public database',
      rust: 'Cargo.lock and its checksums',
      sources: ['go-modules', 'cargo-lock'],
    },
    {
      label: 'Build all',
      go: 'runs none of their code',
      rust: 'runs build scripts and macros',
      sources: ['go-supply-chain', 'cargo-build-scripts'],
    },
    {
      label: 'Stay warned',
      go: 'govulncheck',
      rust: 'cargo audit',
      sources: ['go-vuln', 'rustsec'],
    },
  ],
  'way-out': [
    {
      label: 'The way out',
      go: 'package unsafe, by import',
      rust: 'unsafe blocks, marked in place',
      sources: ['go-spec', 'rust-book-unsafe'],
    },
  ],
  'control': [
    {
      label: 'When is memory freed?',
      go: 'when the collector decides',
      rust: 'when its owner goes out of scope',
      sources: ['go-gc-guide', 'rust-book-ownership'],
    },
    {
      label: 'Where does a value live?',
      go: 'where escape analysis puts it',
      rust: 'on stack or heap, you choose',
      sources: ['go-gc-guide', 'rust-book-ownership'],
    },
    {
      label: 'Who uses the cores?',
      go: 'the runtime schedules goroutines',
      rust: 'threads or an async runtime, you choose',
      sources: ['go-effective', 'rust-book-async'],
    },
    {
      label: 'How is code optimised?',
      go: 'by default, and by profile since 1.21',
      rust: 'by level, at link time, and more',
      sources: ['go-1-21', 'cargo-profiles'],
    },
    {
      label: 'Is a runtime needed?',
      go: 'yes, every binary includes one',
      rust: 'no; even the standard library can go',
      sources: ['go-faq', 'rust-no-std'],
    },
  ],
  'decide': decision.map(({ question, go, rust }): PairRow => ({
    label: question,
    go: go.answer,
    rust: rust.answer,
    sources: [...go.sources, ...rust.sources],
  })),
} as const satisfies Record<string, readonly PairRow[]>

export type TableId = keyof typeof tables
