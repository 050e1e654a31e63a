/** Takes the place of Slidev’s DragControl.vue until an element is dragged. plugin.ts swaps them. */
import { defineAsyncComponent } from 'vue'

// By its package, as its file leads here.
export default defineAsyncComponent(() => import('@slidev/client/internals/DragControl.vue'))
