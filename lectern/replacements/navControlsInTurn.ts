import NavControls from '@slidev/client/internals/NavControls.vue'
import { defineAsyncComponent } from 'vue'

/** The bar of buttons, drawn after the slide and not with it: in between a slow phone can answer a touch. */
export default defineAsyncComponent(() => new Promise<typeof NavControls>(resolve => setTimeout(() => resolve(NavControls))))
