import { config } from 'virtual:lectern/config'

/** Names the deck’s own entries: a host such as GitHub Pages keeps all sites of one owner in one storage. */
const PREFIX = `${config.name}:`

/** What is kept of a reader, in the browser only. */
export type Memory = 'narration' | 'notes-size' | 'place' | 'presenter-view' | 'reading-offer' | 'reading-place' | 'rehearsal'

/** What was remembered, or null; also where the browser keeps nothing. */
export function recall(memory: Memory): string | null {
  return readEntry(PREFIX + memory)
}

/** Remembers, or forgets with null. Where storage is blocked or full, nothing happens. */
export function remember(memory: Memory, value: string | null): void {
  writeEntry(PREFIX + memory, value)
}

/** Calls back when another window has changed a memory. @returns ends it */
export function onForeignChange(memory: Memory, callback: () => void): () => void {
  const listen = ({ key }: StorageEvent): void => {
    if (key === PREFIX + memory)
      callback()
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}

type Kept = 'localStorage' | 'sessionStorage'

/**
 * The same for an entry under a name of its own.
 * @param where `sessionStorage` is that of this window, kept until it is closed
 */
export function readEntry(key: string, where: Kept = 'localStorage'): string | null {
  try {
    return window[where].getItem(key)
  }
  catch {
    return null
  }
}

/** The same for an entry under a name of its own. */
export function writeEntry(key: string, value: string | null, where: Kept = 'localStorage'): void {
  try {
    if (value === null)
      window[where].removeItem(key)
    else
      window[where].setItem(key, value)
  }
  catch {
    // The deck works without a memory.
  }
}
