import { inject, type InjectionKey } from 'vue'

/** What is to be done once all slides of a page are drawn, and before the page is taken for ready. */
export type DrawnTask = (page: HTMLElement) => void | Promise<void>

/** Set by the reading page and the handout; components of the deck add to it. */
export const DRAWN_TASKS: InjectionKey<DrawnTask[]> = Symbol('lectern drawn tasks')

/**
 * Has something done once all slides of the reading page or the handout are drawn, such as numbering what they cite. The page
 * waits for it. Elsewhere it is not called.
 */
export function onPageDrawn(task: DrawnTask): void {
  inject(DRAWN_TASKS, undefined)?.push(task)
}
