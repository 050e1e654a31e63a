import type { Experiment } from './experiment'
import { record } from './words'

/** A forgotten case: who says so, and when. */
export const cases: Experiment = async ({ say, scratch }) => {
  say('the compilers’ words')
  return { samples: {}, words: await record('cases', scratch) }
}
