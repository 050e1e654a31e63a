/**
 * Stands in for VueUse where Slidev measures what it draws slides in: VueUse’s `useElementSize` has the browser lay the
 * page out in the middle of drawing it, so that a slow phone answers no touch for a quarter of a second. plugin.ts swaps
 * them.
 */
import { tryOnMounted, unrefElement, useResizeObserver, type MaybeComputedElementRef } from '@vueuse/core'
import { shallowRef, type ShallowRef } from 'vue'

export * from '@vueuse/core'

/** Width and height of an element without padding, in CSS pixels; 0 until it is laid out, which is before it is seen. */
export function useElementSize(target: MaybeComputedElementRef<HTMLElement | null>): Record<'width' | 'height', ShallowRef<number>> {
  const width = shallowRef(0)
  const height = shallowRef(0)
  useResizeObserver(target, ([entry]) => {
    width.value = entry!.contentRect.width
    height.value = entry!.contentRect.height
  })
  // A window that is hidden has no frames, and so no observer is called.
  tryOnMounted(() => setTimeout(() => {
    const element = unrefElement(target)
    if (!element || width.value > 0)
      return
    width.value = element.clientWidth
    height.value = element.clientHeight
  }))
  return { width, height }
}
