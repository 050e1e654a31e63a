import type { DeckSlide } from '../deck/deck'
import type { ExportOptions } from './options'

/** What can be exported, in the order in which it is made. */
export const exportKinds = ['slides', 'steps', 'handout', 'notes', 'pptx', 'images'] as const
export type ExportKind = typeof exportKinds[number]

const DECK = 'better-together'

const shapes: Record<ExportKind, { name: string, extension: string, variants: ('scheme' | 'paper' | 'notes')[] }> = {
  slides: { name: DECK, extension: '.pdf', variants: ['scheme'] },
  steps: { name: `${DECK}-steps`, extension: '.pdf', variants: ['scheme'] },
  handout: { name: `${DECK}-handout`, extension: '.pdf', variants: ['scheme', 'paper', 'notes'] },
  notes: { name: `${DECK}-notes`, extension: '.md', variants: [] },
  pptx: { name: DECK, extension: '.pptx', variants: ['scheme', 'notes'] },
  images: { name: 'images', extension: '', variants: ['scheme'] },
}

/** Name of the file, or of the folder of images; it tells the variants apart, so that none overwrites another. */
export function exportName(kind: ExportKind, options: Pick<ExportOptions, 'dark' | 'range' | 'cut' | 'paper' | 'notes'>): string {
  const { extension, name, variants } = shapes[kind]
  const suffixes = {
    scheme: options.dark && 'dark',
    paper: options.paper !== 'a4' && options.paper,
    notes: !options.notes && 'no-notes',
  }
  const range = options.range !== undefined && `slides-${options.range}`
  const cut = options.cut !== undefined && `${options.cut}-minutes`
  return [name, ...variants.map(variant => suffixes[variant]), range, cut].filter(Boolean).join('-') + extension
}

/** The name that a kind has when no option changes what is in it. */
export function plainName(kind: ExportKind): string {
  return shapes[kind].name + shapes[kind].extension
}

export const socialCardName = 'social-card.png'

/** Names of the images: number and alias of the slide, and which of its pages it is where there are several. */
export function imageNames(pages: readonly Pick<DeckSlide, 'no' | 'alias'>[]): string[] {
  return pages.map(({ alias, no }, index) => {
    const several = pages.filter(page => page.no === no).length > 1
    const place = 1 + index - pages.findIndex(page => page.no === no)
    return `${[String(no).padStart(2, '0'), alias, several && place].filter(Boolean).join('-')}.png`
  })
}
