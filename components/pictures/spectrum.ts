/** Items of two lists, sorted by who has them; the order of each list is kept. */
export interface SharedItems {
  go: string[]
  both: string[]
  rust: string[]
}

/** Splits two lists of names into what only one has and what both have. */
export function splitShared(go: readonly string[], rust: readonly string[]): SharedItems {
  return {
    go: go.filter(item => !rust.includes(item)),
    both: go.filter(item => rust.includes(item)),
    rust: rust.filter(item => !go.includes(item)),
  }
}
