import { useNav } from '@slidev/client'
import { showEditor } from '@slidev/client/state/storage.ts'
import { onMounted, onUnmounted } from 'vue'

/** How far a finger may stray in a tap, in px. */
const TAP = 10
/** What a pointer event names where it is about none. */
const NO_BUTTON = -1

const POINTER_EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const

/**
 * Leaves the reader the touches that are no swipe: those of two fingers, those in a window that is zoomed in, those with
 * text selected, and those that the browser has cancelled (`pointercancel`) to scroll or zoom. Slidev turns the slide at each of them. It also
 * forbids to zoom by two fingers, which styles/shell.css allows again.
 *
 * Beside a slide Slidev moves as soon as a finger touches, and again for the swipe that may follow: here it moves once
 * the finger is lifted, where that was a tap.
 */
export function useFreeTouch(): void {
  const nav = useNav()
  const fingers = new Set<number>()
  let isSwipe = true
  /** Where a finger has touched beside the slide, as long as that may become a tap. */
  let touched: { x: number, y: number } | undefined

  const isZoomed = () => (window.visualViewport?.scale ?? 1) > 1.01

  function onTap(x: number) {
    if (x / window.innerWidth > 0.5)
      void nav.next()
    else
      void nav.prev()
  }

  function onPointer(event: PointerEvent) {
    const { clientX: x, clientY: y, pointerId, pointerType, type } = event
    if (pointerType !== 'touch')
      return
    if (type === 'pointerdown') {
      fingers.add(pointerId)
      const isBeside = nav.isPlaying.value && !showEditor.value && (event.target as Element).id === 'slide-container'
      touched = isBeside ? { x, y } : undefined
      // Slidev moves for the main button alone; its swipes begin with whichever.
      if (isBeside)
        Object.defineProperty(event, 'button', { value: NO_BUTTON })
    }
    if (touched && Math.hypot(x - touched.x, y - touched.y) > TAP)
      touched = undefined
    if (fingers.size > 1 || isZoomed() || getSelection()?.isCollapsed === false || type === 'pointercancel')
      isSwipe = false
    if (!isSwipe)
      event.stopPropagation()
    else if (type === 'pointerup' && touched)
      onTap(x)
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
