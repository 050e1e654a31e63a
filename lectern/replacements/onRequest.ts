import { defineAsyncComponent, defineComponent, h, shallowRef, watch, type Component, type Ref } from 'vue'

/** A component of Slidev’s client that is fetched and drawn once there is something to show, and stays. */
export function onRequest(shown: Ref<unknown>, load: () => Promise<{ default: Component }>): Component {
  const late = defineAsyncComponent(load)
  return defineComponent({
    setup() {
      const isWanted = shallowRef(Boolean(shown.value))
      watch(shown, () => isWanted.value = true, { once: true })
      return () => isWanted.value ? h(late) : null
    },
  })
}
