/** Names the deck’s own entries: a host such as GitHub Pages keeps all sites of one owner in one storage. */
const PREFIX = 'better-together:'

/** What is kept of a reader, in the browser only. */
export type Memory = 'narration' | 'place' | 'reading-offer'

/** What was remembered, or null; also where the browser keeps nothing. */
export function recall(memory: Memory): string | null {
  try {
    return localStorage.getItem(PREFIX + memory)
  }
  catch {
    return null
  }
}

/** Remembers, or forgets with null. Where storage is blocked or full, nothing happens. */
export function remember(memory: Memory, value: string | null): void {
  try {
    if (value === null)
      localStorage.removeItem(PREFIX + memory)
    else
      localStorage.setItem(PREFIX + memory, value)
  }
  catch {
    // The deck works without a memory.
  }
}
