/** What a key does on slides and in the presenter view; Slidev’s keys and ours, as a speaker looks for them. */
export interface KeyEntry {
  keys: readonly string[]
  does: string
}

export const KEYS: readonly KeyEntry[] = [
  { keys: ['→', 'Space', 'Page Down'], does: 'next step' },
  { keys: ['←', 'Page Up'], does: 'step back' },
  { keys: ['↓', '↑'], does: 'next or previous slide, steps skipped' },
  { keys: ['b', '.'], does: 'black screen, and back' },
  { keys: ['w', ','], does: 'white screen, and back' },
  { keys: ['z'], does: 'magnify what is under the pointer, and back' },
  { keys: ['Backspace'], does: 'back to where the talk was before a jump' },
  { keys: ['s'], does: 'leave out what is offered, to be in time' },
  { keys: ['q'], does: 'next state that is not spoken' },
  { keys: ['g'], does: 'go to a slide by number or words' },
  { keys: ['/'], does: 'search' },
  { keys: ['o'], does: 'overview' },
  { keys: ['n'], does: 'narration beside the slide' },
  { keys: ['d'], does: 'dark or light' },
  { keys: ['f'], does: 'full screen' },
  { keys: ['?'], does: 'this list' },
]
