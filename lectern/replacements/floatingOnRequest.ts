/**
 * Stands in for floating-vue in Slidev’s client, which needs it for tooltips in its forms and for a menu of the drawing
 * tools: it comes with the first of them. vite.config.ts swaps them.
 */
import { defineAsyncComponent } from 'vue'

// By its file, as its name leads here.
const load = () => import('../../node_modules/floating-vue/dist/floating-vue.mjs')

export const Tooltip = defineAsyncComponent(async () => (await load()).Tooltip)
export const Dropdown = defineAsyncComponent(async () => (await load()).Dropdown)

/** Slidev asks for this after each slide. Its own poppers close before one can turn a slide. */
export function recomputeAllPoppers(): void {}
