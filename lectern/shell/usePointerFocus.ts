import { onMounted, onUnmounted } from 'vue'

/**
 * Lets the keys lead on after a click. Slidev takes none while a button or a link has the focus: one that was pressed by
 * mouse or finger gives it up, one that was pressed by keyboard keeps it.
 */
export function usePointerFocus(): void {
  function onClick({ detail, target }: MouseEvent) {
    const pressed = (target as Element).closest<HTMLElement>('button, a')
    // A click that a key makes counts as none; inside a carousel the arrow keys are its own.
    if (detail > 0 && !pressed?.closest('[aria-roledescription="carousel"]'))
      pressed?.blur()
  }
  onMounted(() => window.addEventListener('click', onClick, true))
  onUnmounted(() => window.removeEventListener('click', onClick, true))
}
