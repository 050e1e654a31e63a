import { onMounted, onUnmounted } from 'vue'

/**
 * Lets the keys lead on after a click. Slidev takes none while a button or a link has the focus: one that was pressed by
 * mouse or finger gives it up, one that was pressed by keyboard keeps it.
 */
export function usePointerFocus(): void {
  function onClick({ detail, target }: MouseEvent) {
    // A click that a key makes counts as none.
    const pressed = detail > 0 ? (target as Element).closest<HTMLElement>('button, a') : null
    // Inside a carousel the arrow keys are its own.
    if (!pressed?.closest('[aria-roledescription="carousel"]'))
      pressed?.blur()
  }
  onMounted(() => window.addEventListener('click', onClick, true))
  onUnmounted(() => window.removeEventListener('click', onClick, true))
}
