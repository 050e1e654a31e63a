import { inject, type InjectionKey } from 'vue'

/** Set by the handout on all that it holds. */
export const HANDOUT: InjectionKey<true> = Symbol('lectern handout')

/** Whether this component stands in the handout, on a sheet to be read and not on a slide. */
export function useHandout(): boolean {
  return inject(HANDOUT, false)
}
