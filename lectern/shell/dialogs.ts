import { useNav } from '@slidev/client'
import { magicKeys, showInfoDialog, showOverview } from '@slidev/client/state/storage.ts'
import { onMounted, onUnmounted, watch } from 'vue'
import { isForBrowser } from '../navigation/browserKeys'
import { focusSlide } from './landmarks'

const OVERVIEW = '.fixed.z-modal.overflow-y-auto'
const INFO = '.fixed.z-modal:has(.slidev-info-dialog)'
const OVERVIEW_BUTTONS = '.fixed.z-modal:has(> [title=Close])'

/** Keys that close a box and choose nothing in it: one of Slidev’s three, or one that presses a button. */
const CLOSING = ['Escape', 'o', '`']
const PRESSING = ['Enter', ' ']

/**
 * Makes dialogs of two boxes of Slidev’s: what lies under them cannot be reached, they take the focus and give it back,
 * and Escape closes them.
 */
export function useDialogs(): void {
  const { currentSlideNo } = useNav()

  /** What had the focus when a box was opened. */
  let opener: Element | null = null
  /** Whether the last key closed the box: who has chosen a slide is to go on from there, and so is who has clicked. */
  let isDismissed = false

  function onKeydown(event: KeyboardEvent) {
    if (isForBrowser(event))
      return
    const { key, repeat, target } = event
    const isOnButton = (target as Partial<Element>).closest?.(OVERVIEW_BUTTONS) != null
    // A key that is still held is the one that has closed it.
    if (!repeat)
      isDismissed = CLOSING.includes(key) || (isOnButton && PRESSING.includes(key))
    // Slidev’s own keys rest while a button has the focus.
    if (key === 'Escape')
      showInfoDialog.value = showOverview.value = false
  }
  // Captured: before Slidev has closed the box.
  onMounted(() => window.addEventListener('keydown', onKeydown, true))
  onUnmounted(() => window.removeEventListener('keydown', onKeydown, true))

  function giveFocusBack() {
    if (isDismissed && opener instanceof HTMLElement && opener.matches('button, a')) {
      opener.focus({ preventScroll: true })
      if (document.activeElement === opener)
        return
    }
    focusSlide(currentSlideNo.value)
  }

  /*
   * In the overview Slidev takes every Enter for a choice: that which opened it and is still held, that on its buttons.
   * Held on the button that closes it, Enter would press the one that opened it, which has the focus by then.
   */
  function onEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(showOverview.value || isDismissed))
      return
    if (event.repeat)
      event.preventDefault()
    if (event.repeat || (event.target as Partial<Element>).closest?.('button, a'))
      event.stopPropagation()
  }
  const ENTER_EVENTS = ['keydown', 'keypress'] as const
  onMounted(() => ENTER_EVENTS.forEach(type => window.addEventListener(type, onEnter, true)))
  onUnmounted(() => ENTER_EVENTS.forEach(type => window.removeEventListener(type, onEnter, true)))

  watch([showOverview, showInfoDialog], ([overview, info], [hadOverview, hadInfo]) => {
    const isOpen = overview || info
    // Asked for before what lies under the box loses the focus.
    if (!hadOverview && !hadInfo)
      opener = document.activeElement
    document.querySelector('#page-root, .slidev-presenter')?.toggleAttribute('inert', isOpen)
    if (!isOpen)
      return giveFocusBack()
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
