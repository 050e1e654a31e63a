import { useHandout, useReading } from 'slidev-addon-lectern/client'
import { shallowRef } from 'vue'
import type { SourceId } from '../../data/deck'

/** A part of the deck that names a source. */
export interface Citation {
  alias: string
  no: number
  title: string
}

/** Who names each source on the reading page; empty until all of it is drawn. */
export const citations = shallowRef<ReadonlyMap<string, readonly Citation[]>>(new Map())

/** The same where a number can lead to the list of sources and back: on the reading page. */
export function useSourceNotes(): typeof citations | null {
  return useReading() === 'read' ? citations : null
}

/** Number of each source among the notes at the end of the handout, in order; empty until they are numbered. */
export const paperNumbers = shallowRef<ReadonlyMap<SourceId, number>>(new Map())

/** The same where a number leads to the note that has title and address in full: in the handout. */
export function usePaperNotes(): typeof paperNumbers | null {
  return useHandout() ? paperNumbers : null
}
