import { inject, type InjectionKey } from 'vue'

/** Set on pages that are read, where nothing waits for a click and everything reflows: the name of the page. */
export const READING: InjectionKey<string> = Symbol('lectern reading')

/** The name of the page to be read on which this component stands, such as `read`; nothing on a slide. */
export function useReading(): string | undefined {
  return inject(READING, undefined)
}
