import type { ToolRecord } from './types'

/** What builds this deck, of Go and of Rust. Versions come from package-lock.json. */
export const tools = [
  {
    language: 'go',
    name: 'esbuild',
    locked: 'esbuild',
    does: 'turns the deck’s own commands from TypeScript into JavaScript',
    source: 'esbuild',
  },
  {
    language: 'rust',
    name: 'Rolldown',
    locked: 'rolldown',
    does: 'bundles slides and pages',
    source: 'rolldown',
  },
  {
    language: 'rust',
    name: 'Oxc',
    locked: 'oxc',
    does: 'takes types out and shrinks the code',
    source: 'oxc',
  },
  {
    language: 'rust',
    name: 'Lightning CSS',
    locked: 'lightningcss',
    does: 'shrinks the styles',
    source: 'lightningcss',
  },
] as const satisfies readonly ToolRecord[]
