/** Views of the slides that have no file of their own in the built site. */
export const VIEWS = ['presenter', 'overview', 'notes', 'notes-edit', 'entry', 'print', 'handout', 'preflight'] as const

/** What else stands at the root of a built site. */
const FILES = ['assets', 'cards', 'downloads', 'export', 'icons', 'index.html']

/** The page that Lectern has by itself. */
export const READING_PAGE = 'read'

/**
 * First parts of addresses that no slide can have.
 * @param pages names of the pages of the deck's own
 */
export function reservedAddresses(pages: readonly string[] = []): string[] {
  return [...VIEWS, ...FILES, READING_PAGE, ...pages]
}
