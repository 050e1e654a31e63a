import { exportKinds, type ExportKind } from 'slidev-addon-lectern/node'

/** What a browser loads, as it calls the kinds. */
export const resourceKinds = ['document', 'stylesheet', 'script', 'font', 'image', 'fetch', 'other'] as const
export type ResourceKind = typeof resourceKinds[number]

/** What Lighthouse judges, and how it calls that. */
export const categories = {
  'performance': 'performance',
  'accessibility': 'accessibility',
  'best-practices': 'best practices',
  'seo': 'search engines',
} as const
export type Category = keyof typeof categories

/** Pages that Lighthouse looks at; only ours has more than the first. */
export const lighthousePages = ['/', '/read/', '/quotes/'] as const
export type LighthousePage = typeof lighthousePages[number]

export type MeasureId
  = | 'build' | 'slidesPdf' | 'pdfPages' | 'pdfSize' | 'exports' | `export ${ExportKind}`
    | 'distSize' | 'distFiles' | 'bytes' | `bytes ${ResourceKind}` | 'requests' | 'outside'
    | 'firstPaint' | 'largestPaint' | 'blocking' | 'key' | 'readingHtml' | 'readingPaint'
    | `${LighthousePage} ${Category}`

/** What a tool was measured to take; what it does not have is not there. */
export type Figures = Partial<Record<MeasureId, number>>

/** A row of the table. */
export interface Measure {
  id: MeasureId
  label: string
  unit?: string
  /** Digits after the point. */
  digits?: number
  /** What our own figure has to keep: not more than a number, or than so many times stock Slidev’s; not less. */
  goal?: { most: number } | { timesSlidev: number } | { least: number }
}

/** The rows, in their order. */
export const measures: readonly Measure[] = [
  { id: 'firstPaint', label: 'First paint, throttled', unit: 's', digits: 2, goal: { most: 0.5 } },
  { id: 'largestPaint', label: 'Largest paint, throttled', unit: 's', digits: 2, goal: { most: 0.7 } },
  { id: 'blocking', label: 'Blocking time, throttled', unit: 'ms', goal: { most: 150 } },
  { id: 'bytes', label: 'Slide 1, with fonts', unit: 'kB gz', goal: { most: 140 } },
  ...resourceKinds.map(kind => ({ id: `bytes ${kind}`, label: `  ${kind}`, unit: 'kB gz', digits: 1 } as const)),
  { id: 'requests', label: 'Requests', goal: { most: 20 } },
  { id: 'outside', label: 'Requests that leave the machine', goal: { most: 0 } },
  { id: 'key', label: 'Key press to next slide painted', unit: 'ms', digits: 1, goal: { most: 17 } },
  { id: 'readingHtml', label: 'Reading page, HTML', unit: 'kB gz', digits: 1 },
  { id: 'readingPaint', label: 'Reading page, first paint, throttled', unit: 's', digits: 2, goal: { most: 1 } },
  { id: 'build', label: 'Build', unit: 's', digits: 1, goal: { timesSlidev: 1.6 } },
  { id: 'distSize', label: 'Built site', unit: 'kB' },
  { id: 'distFiles', label: 'Built site, files' },
  { id: 'slidesPdf', label: 'Slides PDF, after the build', unit: 's', digits: 1, goal: { most: 3.5 } },
  { id: 'pdfPages', label: 'Slides PDF, pages' },
  { id: 'pdfSize', label: 'Slides PDF, size', unit: 'kB', goal: { most: 1000 } },
  { id: 'exports', label: 'All exports, after the build', unit: 's', digits: 1, goal: { most: 12 } },
  ...exportKinds.map(kind => ({ id: `export ${kind}`, label: `  ${kind}`, unit: 's', digits: 1 } as const)),
  ...lighthousePages.flatMap(page => Object.entries(categories).map(([category, name]) =>
    ({ id: `${page} ${category as Category}`, label: `Lighthouse ${page}, ${name}`, goal: { least: 100 } } as const))),
]
