import type { WorldChangeRecord } from './types'

/** What older languages could take for granted, and what Go and Rust were born into. */
export const worldChanges = [
  {
    label: 'Processors',
    then: 'Moore’s law, thought to hold for ever',
    now: 'More cores, each hardly faster',
    source: 'new-stack',
  },
  {
    label: 'Teams',
    then: 'A few people in one room',
    now: 'Many people who seldom meet',
    source: 'new-stack',
  },
  {
    label: 'Dependencies',
    then: 'A few, mostly bought',
    now: 'Hundreds, mostly open source',
    source: 'new-stack',
  },
  {
    label: 'Safety',
    then: 'Something to add later',
    now: 'Expected from the first line on',
    source: 'new-stack',
  },
  {
    label: 'Platforms',
    then: 'One machine, one system',
    now: 'Many systems, many processors',
    source: 'new-stack',
  },
] as const satisfies readonly WorldChangeRecord[]
