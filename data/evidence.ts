import type { EvidenceRecord } from './types'

/** Measurements that the slides draw as bars. */
export const evidence = {
  'mercadolibre-servers': {
    title: 'Servers of one MercadoLibre service',
    unit: 'servers',
    bars: [
      { label: 'Before', value: 32 },
      { label: 'With Go', value: 4, language: 'go' },
    ],
    quote: 'mercadolibre',
    source: 'mercadolibre',
    asOf: '2019-11',
    note: 'One eighth: 87.5% fewer.',
  },
  'ibm-parsing': {
    title: 'Parsing time at IBM',
    unit: 'ms',
    bars: [
      { label: 'Scala, fewer rules', value: [300, 450] },
      { label: 'Rust, more rules', value: [25, 30], language: 'rust' },
    ],
    quote: 'josh-hannaford-1',
    source: 'ibm-wasm-rust',
    asOf: '2021-03',
    note: '12 to 15 times as fast.',
  },
  'learning': {
    title: 'Time until a team is at work in the language',
    unit: 'months',
    bars: [
      {
        label: 'Curve: trained',
        value: 1,
        display: 'a few weeks',
        language: 'go',
        quote: 'dewet-diener-2',
        source: 'jaxenter-curve',
      },
      {
        label: 'Capital One: all writing',
        value: 1,
        display: 'within a month',
        language: 'go',
        quote: 'jaime-garcia',
        source: 'capital-one-go',
      },
      {
        label: 'Article: in production',
        value: 1,
        display: 'a few weeks',
        language: 'go',
        source: 'new-stack',
      },
      {
        label: 'Microsoft: full pace',
        value: 1,
        display: 'about a month',
        language: 'rust',
        source: 'msrc-safety-boat',
      },
      {
        label: 'Google: two thirds at ease',
        value: 2,
        display: 'within two months',
        language: 'rust',
        source: 'google-rust-2022',
      },
      {
        label: 'Article: comfortable',
        value: 3,
        display: 'several months',
        open: true,
        language: 'rust',
        source: 'new-stack',
      },
    ],
    source: 'new-stack',
    asOf: '2023-06',
    note: 'Nobody measured both alike. “A few weeks” is drawn as a month, “several” as three and more.',
  },
} as const satisfies Record<string, EvidenceRecord>

export type EvidenceId = keyof typeof evidence
