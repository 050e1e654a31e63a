/**
 * Stands in for floating-vue in Slidev’s client, which needs it for tooltips in its forms and for a menu of the drawing
 * tools: it comes with the first of them. plugin.ts swaps them.
 */
import { defineAsyncComponent } from 'vue'

const load = () => import('floating-vue')

export const Tooltip = defineAsyncComponent(async () => (await load()).Tooltip)
export const Dropdown = defineAsyncComponent(async () => (await load()).Dropdown)

/** Slidev asks for this after each slide. Its own poppers close before one can turn a slide. */
export function recomputeAllPoppers(): void {}
