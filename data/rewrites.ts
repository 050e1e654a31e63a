import type { MoveRecord, RewriteRecord } from './types'

/** Services that moved from Go to Rust, with what was measured. */
export const rewrites = [
  {
    who: 'Grab',
    what: 'Cores, at 1,000 requests a second',
    go: 20,
    rust: 4.5,
    latency: { ratio: 1, text: '99th percentile: the same, or slightly worse' },
    caveat: 'One counter service, designed afresh, fed with copies of live traffic.',
    source: 'grab-counter',
  },
  {
    who: 'TikTok',
    what: 'Requests a second, in a load test',
    go: 85_000,
    rust: 150_000,
    latency: { ratio: 0.24, text: '99th percentile: less than a quarter' },
    caveat: 'A few endpoints; savings are projected, and the rest stays in Go.',
    source: 'tiktok-rewrite',
  },
] as const satisfies readonly RewriteRecord[]

/** Moves in other directions, with the reason that was given. */
export const moves = [
  {
    who: 'Railway',
    from: 'Rust',
    to: 'Go',
    gain: 'Images 38 to 77% smaller',
    reason: 'from leaving Nix, not from the language',
    source: 'railway-railpack',
  },
  {
    who: 'Prisma',
    from: 'Rust',
    to: 'TypeScript',
    gain: 'Queries 3.4 times as fast',
    reason: 'the border had cost more than Rust gave',
    source: 'prisma-typescript',
  },
  {
    who: 'Microsoft',
    from: 'TypeScript',
    to: 'Go',
    gain: 'A compiler often 10 times as fast',
    reason: 'a port to Go keeps the code’s shape',
    source: 'typescript-port',
  },
] as const satisfies readonly MoveRecord[]
