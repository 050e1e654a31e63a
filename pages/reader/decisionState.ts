import type { DecisionId, DecisionOutcome } from '../../data/deck'

/** What a question can be answered with: what speaks for a language, or both of them. */
export const choices = ['go', 'between', 'rust'] as const
export type Choice = typeof choices[number]

/** Answers so far; a question that is still open has none. */
export type Answers = Partial<Record<DecisionId, Choice>>

/** Questions whose answer may be worth Rust’s price once requirements have settled. */
const GAINS = ['near', 'limit', 'bug'] as const satisfies readonly DecisionId[]

/**
 * Reads the answers that an address names, such as `?change=go&near=between`. What it does not know is left out.
 * @param search the address’s query, empty or with its question mark
 */
export function readAnswers(search: string, ids: readonly DecisionId[]): Answers {
  const params = new URLSearchParams(search)
  return Object.fromEntries(ids.flatMap((id) => {
    const choice = choices.find(choice => choice === params.get(id))
    return choice ? [[id, choice]] : []
  }))
}

/** The address’s query with these answers; what else is in it stays. Empty, or with its question mark. */
export function writeAnswers(search: string, answers: Answers, ids: readonly DecisionId[]): string {
  const params = new URLSearchParams(search)
  for (const id of ids) {
    params.delete(id)
    if (answers[id])
      params.set(id, answers[id])
  }
  return params.size > 0 ? `?${params}` : ''
}

/**
 * The article’s advice for these answers. Nothing is counted: requirements that still move decide by themselves, and
 * for settled ones it takes one gain that is worth its price.
 */
export function outcomeOf(answers: Answers): DecisionOutcome {
  if (answers.change === undefined)
    return 'open'
  if (answers.change !== 'rust')
    return 'moving'
  if (GAINS.some(id => answers[id] === 'rust'))
    return 'settled'
  return GAINS.every(id => answers[id] !== undefined) ? 'unpaid' : 'open'
}
