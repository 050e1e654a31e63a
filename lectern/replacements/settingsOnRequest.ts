/** Takes the place of Slidev’s Settings.vue, the menu of the controls, until it is opened. plugin.ts swaps them. */
import { defineAsyncComponent } from 'vue'

// By its package, as its file leads here.
export default defineAsyncComponent(() => import('@slidev/client/internals/Settings.vue'))
