/**
 * What is said at the slides, for the built deck: it has that in a file of its own, so that slide 1 need not wait for it.
 * notes-plugin.ts makes that file, and lets each slide take its `noteHTML` from here.
 */
import { shallowRef } from 'vue'

const notes = shallowRef<readonly string[]>()
let loading: Promise<void> | undefined

async function load(): Promise<void> {
  try {
    notes.value = (await import('virtual:lectern/notes')).default
  }
  catch (error) {
    // The next one who asks tries again.
    loading = undefined
    throw error
  }
}

/**
 * Loads the notes of all slides, the first time. A view that shows them waits for this before it is drawn.
 * @throws where the file cannot be fetched
 */
export async function loadNotes(): Promise<void> {
  // In development each slide has its note itself, as Slidev made it, and follows its edits.
  if (!import.meta.env.DEV)
    await (loading ??= load())
}

/**
 * What is said at a slide, as HTML; empty until the notes are loaded.
 * @param no of the slide, from 1
 */
export function noteOf(no: number): string {
  return notes.value?.[no - 1] ?? ''
}
