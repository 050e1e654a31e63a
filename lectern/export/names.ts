import type { DeckSlide } from '../deck/deck'
import type { ExportOptions } from './options'

/** What can be exported, in the order in which it is made. */
export const exportKinds = ['slides', 'steps', 'handout', 'notes', 'pptx', 'images'] as const
export type ExportKind = typeof exportKinds[number]

/** `ending` follows the deck’s name; a folder has a name of its own. */
const shapes: Record<ExportKind, { ending?: string, folder?: string, extension: string, variants: ('scheme' | 'paper' | 'notes' | 'keys')[] }> = {
  slides: { ending: '', extension: '.pdf', variants: ['scheme'] },
  steps: { ending: '-steps', extension: '.pdf', variants: ['scheme'] },
  handout: { ending: '-handout', extension: '.pdf', variants: ['scheme', 'paper', 'notes', 'keys'] },
  notes: { ending: '-notes', extension: '.md', variants: [] },
  pptx: { ending: '', extension: '.pptx', variants: ['scheme', 'notes'] },
  images: { folder: 'images', extension: '', variants: ['scheme'] },
}

function startOf(kind: ExportKind, deckName: string): string {
  const { ending = '', folder } = shapes[kind]
  return folder ?? deckName + ending
}

/**
 * Name of the file, or of the folder of images; it tells the variants apart, so that none overwrites another.
 * @param deckName the deck’s, as its configuration has it
 */
export function exportName(kind: ExportKind, deckName: string, options: Pick<ExportOptions, 'dark' | 'range' | 'cut' | 'paper' | 'notes' | 'keys'>): string {
  const { extension, variants } = shapes[kind]
  const suffixes = {
    scheme: options.dark && 'dark',
    paper: options.paper !== 'a4' && options.paper,
    notes: !options.notes && 'no-notes',
    keys: options.keys && 'keys',
  }
  const range = options.range !== undefined && `slides-${options.range}`
  const cut = options.cut !== undefined && `${options.cut}-minutes`
  return [startOf(kind, deckName), ...variants.map(variant => suffixes[variant]), range, cut].filter(Boolean).join('-') + extension
}

/** The name that a kind has when no option changes what is in it. */
export function plainName(kind: ExportKind, deckName: string): string {
  return startOf(kind, deckName) + shapes[kind].extension
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
