import { onMounted, onUnmounted } from 'vue'

const POINTER_EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const

/**
 * Leaves the reader the touches that are no swipe: those of two fingers, those in a window that is zoomed in, those with
 * text selected, and those that the browser has cancelled (`pointercancel`) to scroll or zoom. Slidev turns the slide at each of them. It also
 * forbids to zoom by two fingers, which styles/shell.css allows again.
 */
export function useFreeTouch(): void {
  const fingers = new Set<number>()
  let isSwipe = true

  const isZoomed = () => (window.visualViewport?.scale ?? 1) > 1.01

  function onPointer(event: PointerEvent) {
    const { pointerId, pointerType, type } = event
    if (pointerType !== 'touch')
      return
    if (type === 'pointerdown')
      fingers.add(pointerId)
    if (fingers.size > 1 || isZoomed() || getSelection()?.isCollapsed === false || type === 'pointercancel')
      isSwipe = false
    if (!isSwipe)
      event.stopPropagation()
    if (type === 'pointerup' || type === 'pointercancel')
      fingers.delete(pointerId)
    if (fingers.size === 0)
      isSwipe = true
  }

  function onZoom() {
    document.documentElement.classList.toggle('zoomed', isZoomed())
  }

  onMounted(() => {
    POINTER_EVENTS.forEach(type => window.addEventListener(type, onPointer, true))
    window.visualViewport?.addEventListener('resize', onZoom)
  })
  onUnmounted(() => {
    POINTER_EVENTS.forEach(type => window.removeEventListener(type, onPointer, true))
    window.visualViewport?.removeEventListener('resize', onZoom)
  })
}
