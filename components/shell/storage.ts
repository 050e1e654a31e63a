/** Names the deck’s own entries: a host such as GitHub Pages keeps all sites of one owner in one storage. */
const PREFIX = 'better-together:'

/** What is kept of a reader, in the browser only. */
export type Memory = 'narration' | 'place' | 'reading-offer' | 'reading-place'

/** What was remembered, or null; also where the browser keeps nothing. */
export function recall(memory: Memory): string | null {
  return readEntry(PREFIX + memory)
}

/** Remembers, or forgets with null. Where storage is blocked or full, nothing happens. */
export function remember(memory: Memory, value: string | null): void {
  writeEntry(PREFIX + memory, value)
}

/** The same for an entry that is not the deck’s own. */
export function readEntry(key: string): string | null {
  try {
    return localStorage.getItem(key)
  }
  catch {
    return null
  }
}

/** The same for an entry that is not the deck’s own. */
export function writeEntry(key: string, value: string | null): void {
  try {
    if (value === null)
      localStorage.removeItem(key)
    else
      localStorage.setItem(key, value)
  }
  catch {
    // The deck works without a memory.
  }
}
