import { computed, ref, shallowRef } from 'vue'
import { recall, remember } from '../shell/storage'

const wanted = ref(recall('narration') === 'open')
const hosts = ref(0)

/** Whether the narration stands beside or under the slide. */
export const isNarrationOpen = computed(() => hosts.value > 0 && wanted.value)

/** Whether its panel, which is fetched when first opened, is on the page: nothing may refer to it before. */
export const hasNarrationPanel = shallowRef(false)

/** Opens or closes the narration, where a window can show it, and remembers the choice. */
export function toggleNarration(): void {
  if (hosts.value === 0)
    return
  wanted.value = !wanted.value
  remember('narration', wanted.value ? 'open' : null)
}

/** Says that this window can show the narration. @returns takes it back */
export function hostNarration(): () => void {
  hosts.value += 1
  return () => {
    hosts.value -= 1
  }
}
