import type { ReadNode } from './slide-text'

/**
 * The words of a page, a line for each block. Boxes that stand within a line, such as the mark and the name of a language,
 * stay in it with all that they hold; there a space comes only where two words would run together.
 */
export function joinNodes(nodes: readonly ReadNode[]): string {
  let words = ''
  /** What has to come before the next words. */
  let gap = ''
  const open: { depth: number, edge: string, isBox: boolean }[] = []
  const widen = (edge: string): void => {
    if (edge !== '' && gap !== '\n')
      gap = edge
  }
  for (const { depth, display, text } of nodes) {
    while (open.length > 0 && open.at(-1)!.depth >= depth)
      widen(open.pop()!.edge)
    if (display !== undefined) {
      const isInLine = /^(?:inline|contents|ruby)/.test(display)
      const isWithinBox = open.at(-1)?.isBox ?? false
      const edge = /^(?:inline|contents)$/.test(display) ? '' : isInLine || isWithinBox ? ' ' : '\n'
      open.push({ depth, edge, isBox: isWithinBox || (isInLine && edge !== '') })
      widen(edge)
    }
    if (text) {
      const isGlued = !/[\s([“‘]$/.test(words) && !/^[\s.,;:!?…)\]”’]/.test(text)
      words += `${words && (gap === '\n' || isGlued) ? gap : ''}${text.replace(/\s+/g, ' ')}`
      gap = ''
    }
  }
  return words
}

/** Makes one line of several: each ends as a sentence does, so that a voice pauses there. */
export function joinSentences(text: string): string {
  return text.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
    .map(line => /[.,:;!?…][”"’)]*$/.test(line) ? line : `${line}.`)
    .join(' ')
}
