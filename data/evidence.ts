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
    note: 'One eighth: 87.5% fewer, which the quotation rounds to 88.',
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
    note: '12 to 15 times as fast. The quotation’s “1200-1500% increase” is strictly 1100 to 1400%.',
  },
  'image-size': {
    title: 'Size of a container image',
    unit: 'MB',
    bars: [
      { label: 'Node.js, Python, Java', value: 100, display: 'hundreds of MB', open: true },
      { label: 'Go static binary', value: [10, 12], display: '10, 11, 12 MB', language: 'go' },
    ],
    quote: 'brian-ketelsen',
    source: 'ketelsen-interview',
    asOf: '2018-02',
    note: '“Hundreds” is not a measurement: the open bar starts at 100 MB and has no end.',
  },
  'python-to-go': {
    title: 'Performance after a line-for-line port at Dropbox',
    unit: '×',
    bars: [
      { label: 'Python', value: 1, display: '1×' },
      { label: 'Go', value: 5, display: '5×', language: 'go' },
    ],
    quote: 'daniel-reiter-horn-3',
    source: 'new-stack',
    asOf: '2021-03',
    note: '“Often see” is how the quotation puts it; no measurement is given.',
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
    note: 'Six reports, six yardsticks. “A few weeks” is drawn as up to a month, “several” as three and more.',
  },
} as const satisfies Record<string, EvidenceRecord>

export type EvidenceId = keyof typeof evidence
