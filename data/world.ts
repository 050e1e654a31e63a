import type { WorldChangeRecord } from './types'

/** What older languages could take for granted, and what Go and Rust were born into. */
export const worldChanges = [
  {
    label: 'Processors',
    then: 'A faster core every year',
    now: 'More cores, each hardly faster',
  },
  {
    label: 'Teams',
    then: 'A few people in one room',
    now: 'Many people who seldom meet',
  },
  {
    label: 'Dependencies',
    then: 'A few, mostly bought',
    now: 'Hundreds, mostly open source',
  },
  {
    label: 'Safety',
    then: 'Something to add later',
    now: 'Expected from the first line on',
  },
  {
    label: 'Platforms',
    then: 'One machine, one system',
    now: 'Many systems, many processors',
  },
] as const satisfies readonly WorldChangeRecord[]
