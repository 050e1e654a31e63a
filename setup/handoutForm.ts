import type { HandoutForm } from 'slidev-addon-lectern'

/**
 * The one place that says which slides are no pictures in the handout.
 *
 * The cover opens the document and the handout has contents and notes of its own, so the slides of these would say it
 * twice. Quotations are text to read. A slide that opens a chapter or ends the talk shows threads and a sentence: it is
 * its headline and what is said.
 */
export function handoutForm({ layout, routeAlias = '' }: { layout?: string, routeAlias?: string }): HandoutForm {
  // Whatever it is: a mistake in it is told where the deck is read.
  if (layout === 'cover' || /^(?:contents$|sources-)/.test(routeAlias))
    return 'none'
  if (layout === 'voices')
    return 'text'
  return layout === 'section' || layout === 'end' ? 'words' : 'picture'
}
