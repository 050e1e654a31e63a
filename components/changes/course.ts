import { agedClaims } from '../../data/since'
import type { AgedClaimRecord, Language } from '../../data/types'
import { languagesOf } from '../languages/languages'

const claims: readonly AgedClaimRecord[] = agedClaims

/** What the article said about one language, and would have to say otherwise today. */
export const changedClaims = claims.filter(({ about, outcome }) => outcome === 'changed' && about !== 'both')

/** All its other claims: those that held, then those about both that changed. */
export const otherClaims = [
  ...claims.filter(({ outcome }) => outcome === 'held'),
  ...claims.filter(({ about, outcome }) => outcome === 'changed' && about === 'both'),
]

export interface CourseOptions {
  /** Where the thread comes in, pixels from the left. */
  start: number
  /** Where the first claim begins, pixels from the top. */
  top: number
  /** Height of a claim, pixels. */
  row: number
  /** How far a claim that changed moves the thread to the right, pixels. */
  move: number
}

export interface Course {
  /** SVG path data of the thread, from the top down. */
  path: string
  /** Where the thread passes a claim about its language, in the claims’ order; `null` for other claims. */
  marks: ({ x: number, y: number } | null)[]
}

/** Where in its row a claim has its mark, as a share of the row’s height: beside its key words. */
const MARK = 0.4

/** A thread that runs down past claims: straight on where one held, aside where one changed. */
export function courseOf(claims: readonly AgedClaimRecord[], language: Language, { start, top, row, move }: CourseOptions): Course {
  let x = start
  let path = `M${x} ${top / 2}V${top}`
  const marks = claims.map((claim, i) => {
    const y = top + i * row
    const isOurs = languagesOf(claim.about).includes(language)
    if (isOurs && claim.outcome === 'changed') {
      const [from, to, middle] = [y, y + row * MARK, y + row * MARK / 2]
      path += `V${from}C${x} ${middle} ${x + move} ${middle} ${x + move} ${to}`
      x += move
    }
    path += `V${y + row}`
    return isOurs ? { x, y: y + row * MARK } : null
  })
  return { path, marks }
}
