import { useNav } from '@slidev/client'
import { magicKeys, showInfoDialog, showOverview } from '@slidev/client/state/storage.ts'
import { onMounted, onUnmounted, watch } from 'vue'
import { focusSlide } from './landmarks'

const OVERVIEW = '.fixed.z-modal.overflow-y-auto'
const INFO = '.fixed.z-modal:has(.slidev-info-dialog)'
const OVERVIEW_BUTTONS = '.fixed.z-modal:has(> [title=Close])'

/**
 * Makes dialogs of two boxes of Slidev’s: what lies under them cannot be reached, they take the focus and give it back,
 * and Escape closes them.
 */
export function useDialogs(): void {
  const { currentSlideNo } = useNav()

  function onKeydown({ key }: KeyboardEvent) {
    // Slidev’s own keys rest while a button has the focus.
    if (key === 'Escape')
      showInfoDialog.value = showOverview.value = false
  }
  onMounted(() => window.addEventListener('keydown', onKeydown))
  onUnmounted(() => window.removeEventListener('keydown', onKeydown))

  /* In the overview Slidev takes every Enter for a choice: that which opened it and is still held, that on its buttons. */
  function onEnter(event: KeyboardEvent) {
    if (!showOverview.value || event.key !== 'Enter')
      return
    if (event.repeat)
      event.preventDefault()
    if (event.repeat || (event.target as Partial<Element>).closest?.('button, a'))
      event.stopPropagation()
  }
  const ENTER_EVENTS = ['keydown', 'keypress'] as const
  onMounted(() => ENTER_EVENTS.forEach(type => window.addEventListener(type, onEnter, true)))
  onUnmounted(() => ENTER_EVENTS.forEach(type => window.removeEventListener(type, onEnter, true)))

  watch([showOverview, showInfoDialog], ([overview, info]) => {
    const isOpen = overview || info
    document.querySelector('#page-root')?.toggleAttribute('inert', isOpen)
    if (!isOpen)
      return focusSlide(currentSlideNo.value)
    const dialog = document.querySelector<HTMLElement>(overview ? OVERVIEW : INFO)
    dialog?.setAttribute('role', 'dialog')
    dialog?.setAttribute('aria-label', overview ? 'Overview of the slides' : 'About the deck')
    if (overview) {
      const buttons = document.querySelector(OVERVIEW_BUTTONS)
      buttons?.setAttribute('role', 'navigation')
      buttons?.setAttribute('aria-label', 'Overview')
    }
    if (dialog)
      dialog.tabIndex = -1
    // While a button has the focus Slidev’s keys rest; Enter, still held, would count once the dialog has it.
    magicKeys.enter.value = false
    dialog?.focus()
  }, { flush: 'post' })
}
