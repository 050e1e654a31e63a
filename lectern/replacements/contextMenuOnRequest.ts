/** Takes the place of Slidev’s ContextMenu.vue until it is opened; then it stays. plugin.ts swaps them. */
import { currentContextMenu } from '@slidev/client/logic/contextMenu.ts'
import { defineAsyncComponent, defineComponent, h, shallowRef, watch } from 'vue'

// By its package, as its file leads here.
const ContextMenu = defineAsyncComponent(() => import('@slidev/client/internals/ContextMenu.vue'))

export default defineComponent({
  setup() {
    const isWanted = shallowRef(false)
    watch(currentContextMenu, () => isWanted.value = true, { once: true })
    return () => isWanted.value ? h(ContextMenu) : null
  },
})
