import { shallowRef } from 'vue'

const notes = shallowRef<readonly string[]>()
let loading: Promise<unknown> | undefined

/** Loads what is said at all slides; at once where it is there already. Only the built deck has it apart. */
export async function loadNotes(): Promise<void> {
  if (import.meta.env.DEV)
    return
  await (loading ??= import('virtual:deck-notes').then(module => notes.value = module.default))
}

/**
 * What is said at a slide, as HTML. The first call loads it; until it has come, it is empty.
 * @param no of the slide, from 1
 */
export function noteOf(no: number): string {
  void loadNotes()
  return notes.value?.[no - 1] ?? ''
}
