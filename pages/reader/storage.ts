/** What the browser remembers under a key; `null` where it may not or does not. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  }
  catch {
    return null
  }
}

/** Remembers a value, or forgets it; where storage is blocked or full, nothing happens. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null)
      localStorage.removeItem(key)
    else
      localStorage.setItem(key, value)
  }
  catch {
    // The page works without.
  }
}
