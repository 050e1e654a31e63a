import { useNav } from '@slidev/client'
import { onMounted, onUnmounted } from 'vue'
import { focusSlide } from './landmarks'

/**
 * Lets the keys lead on after a click. Slidev takes none while a button or a link has the focus: one that was pressed by
 * mouse or finger gives it up, one that was pressed by keyboard keeps it. A dialog that was opened without a focus to give
 * back leaves it to the slide.
 */
export function usePointerFocus(): void {
  const { currentSlideNo } = useNav()

  function onClick({ detail, target }: MouseEvent) {
    const pressed = (target as Element).closest<HTMLElement>('button, a')
    // A click that a key makes counts as none; inside a carousel the arrow keys are its own.
    if (detail > 0 && !pressed?.closest('[aria-roledescription="carousel"]'))
      pressed?.blur()
  }
  function onClose() {
    if (document.activeElement === document.body)
      focusSlide(currentSlideNo.value)
  }
  // Captured: what closes tells nobody above it.
  onMounted(() => {
    window.addEventListener('click', onClick, true)
    window.addEventListener('close', onClose, true)
  })
  onUnmounted(() => {
    window.removeEventListener('click', onClick, true)
    window.removeEventListener('close', onClose, true)
  })
}
