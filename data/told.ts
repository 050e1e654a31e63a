import type { ToldFigureRecord } from './types'

/** Figures that only notes name, most of them in an answer, each with the place where it was read. */
export const toldFigures = {
  'ai-go': { figure: '10.8', source: 'survey-2026' },
  'ai-rust': { figure: '11.4', source: 'survey-2026' },
  'discord-go': { figure: '1.9.2', source: 'discord-rust' },
  'go-satisfied': { figure: '91', source: 'go-survey-2025' },
  'go-idiom': { figure: '33', source: 'go-survey-2025' },
  'rust-waits': { figure: '55', source: 'rust-compile-survey' },
  'uber-races': { figure: '2,000', source: 'uber-races' },
  'fl2-sooner': { figure: '10', source: 'cloudflare-fl2' },
} as const satisfies Record<string, ToldFigureRecord>
