/** Lines of two programs that do the same, counted from 1, the last one included. */
export interface LinkedLines {
  word: string
  go: readonly [first: number, last: number]
  rust: readonly [first: number, last: number]
}

/** The three steps that the programs of the slide on concurrency share. */
export const linkedLines: readonly LinkedLines[] = [
  { word: 'start', go: [5, 5], rust: [6, 6] },
  { word: 'send', go: [6, 6], rust: [7, 7] },
  { word: 'collect', go: [11, 13], rust: [12, 12] },
]
