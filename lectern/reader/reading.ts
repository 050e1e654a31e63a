import { inject, type InjectionKey } from 'vue'

/** Set on pages that are read, where nothing waits for a click and everything reflows. */
export const READING: InjectionKey<true> = Symbol('reading')

/** Whether this component stands on a page to be read, not on a slide. */
export function useReading(): boolean {
  return inject(READING, false)
}
