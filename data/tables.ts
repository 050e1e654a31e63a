import type { PairRow } from './types'

/** Side-by-side tables beside the article’s own; cells of nine words at most. */
export const tables = {
  review: [
    { label: 'Formatting', go: 'gofmt', rust: 'rustfmt', sources: ['go-command', 'cargo-commands'] },
    { label: 'Static checks', go: 'go vet', rust: 'cargo clippy', sources: ['go-command', 'cargo-commands'] },
    { label: 'Build', go: 'go build', rust: 'cargo build', sources: ['go-command', 'cargo-commands'] },
    { label: 'Tests', go: 'go test', rust: 'cargo test', sources: ['go-command', 'cargo-commands'] },
    { label: 'Documentation', go: 'go doc', rust: 'cargo doc', sources: ['go-command', 'cargo-commands'] },
  ],
  dependencies: [
    {
      label: 'What you ask for',
      go: 'go.mod',
      rust: 'Cargo.toml',
      sources: ['go-modules', 'cargo-lock'],
    },
    {
      label: 'What you got',
      go: 'versions in go.mod, checksums in go.sum',
      rust: 'versions and checksums in Cargo.lock',
      sources: ['go-modules', 'cargo-lock'],
    },
    {
      label: 'Add a package',
      go: 'go get',
      rust: 'cargo add',
      sources: ['go-modules', 'cargo-commands'],
    },
    {
      label: 'Publish one',
      go: 'tag a version in the repository',
      rust: 'cargo publish to crates.io',
      sources: ['go-modules-publishing', 'cargo-commands'],
    },
    {
      label: 'Known vulnerabilities',
      go: 'govulncheck, by the Go team',
      rust: 'cargo audit, by the RustSec project',
      sources: ['go-vuln', 'rustsec'],
    },
  ],
  safety: [
    {
      label: 'Index out of range',
      go: 'checked at run time, panics',
      rust: 'checked at run time, panics',
      sources: ['go-spec', 'rust-book-panic'],
    },
    {
      label: 'Use after free',
      go: 'the collector keeps reachable memory alive',
      rust: 'ownership rules refuse to compile it',
      sources: ['go-gc-guide', 'rust-book-ownership'],
    },
    {
      label: 'Data race',
      go: 'the race detector finds it in running code',
      rust: 'safe code with one does not compile',
      sources: ['go-race-detector', 'rust-book-ownership'],
    },
    {
      label: 'Missing value',
      go: 'nil; following it panics',
      rust: 'Option; must be unpacked before use',
      sources: ['go-spec', 'rust-book-option'],
    },
    {
      label: 'The way out',
      go: 'package unsafe, by import',
      rust: 'unsafe blocks, marked in place',
      sources: ['go-spec', 'rust-book-unsafe'],
    },
  ],
  control: [
    {
      label: 'When memory is freed',
      go: 'the collector decides',
      rust: 'at the owner’s end of scope',
      sources: ['go-gc-guide', 'rust-book-ownership'],
    },
    {
      label: 'Where values live',
      go: 'the compiler decides, by escape analysis',
      rust: 'you choose stack or heap',
      sources: ['go-gc-guide', 'rust-book-ownership'],
    },
    {
      label: 'Who uses the cores',
      go: 'the runtime schedules goroutines',
      rust: 'you choose threads or an async runtime',
      sources: ['go-effective', 'rust-book-async'],
    },
    {
      label: 'How code is optimised',
      go: 'by default, and by profile since 1.21',
      rust: 'by level, link-time optimisation and more settings',
      sources: ['go-1-21', 'cargo-profiles'],
    },
    {
      label: 'Without a runtime',
      go: 'every binary includes it',
      rust: 'no_std leaves even the standard library out',
      sources: ['go-faq', 'rust-no-std'],
    },
  ],
} as const satisfies Record<string, readonly PairRow[]>

export type TableId = keyof typeof tables
