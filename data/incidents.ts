import type { IncidentRecord } from './types'

/** Three outages of one company, each begun by a value that was not there. */
export const incidents = [
  {
    language: 'Rust',
    date: '2025-11-18',
    minutes: 346,
    code: 'Result::unwrap()',
    key: 'An error taken for a value',
    happened: 'A file over its limit gave an error; the caller unwrapped it, and the program stopped.',
    limits: 'Memory stayed safe; the data had gone everywhere at once.',
    source: 'cloudflare-rust',
  },
  {
    language: 'Lua',
    date: '2025-12-05',
    minutes: 25,
    code: 'nil',
    key: 'A field that was never set',
    happened: 'A switch that had never been tried left it out, and the next line used it.',
    limits: 'Strong types prevent this, says Cloudflare; not the first.',
    source: 'cloudflare-lua',
  },
  {
    language: 'Go',
    date: '2026-02-20',
    minutes: 367,
    code: '""',
    key: 'An empty text taken for none',
    happened: 'A parameter without a value read like no parameter: every address block matched.',
    limits: 'Blamed: schema, no brake. “Go” is how we read the code.',
    source: 'cloudflare-go',
  },
] as const satisfies readonly IncidentRecord[]
