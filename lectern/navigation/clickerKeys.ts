import { shortcutsLocked, isOnFocus } from '@slidev/client/state/storage.ts'

/** What a clicker does. */
export interface Clicks {
  next: () => void
  prev: () => void
  black: () => void
  white: () => void
}

/** Keys that clickers send, and which no button or link needs for itself. */
const CLICKS: Readonly<Record<string, keyof Clicks>> = {
  'PageDown': 'next',
  'PageUp': 'prev',
  'ArrowRight': 'next',
  'ArrowLeft': 'prev',
  '.': 'black',
  'b': 'black',
  ',': 'white',
  'w': 'white',
}

/**
 * Lets a clicker work while a button or a link has the focus, where Slidev’s own keys rest. What a part of the page does
 * with such a key itself goes before.
 */
export function answerClicker(clicks: Clicks): void {
  window.addEventListener('keydown', (event) => {
    const click = CLICKS[event.key]
    const isInDialog = (event.target as Partial<Element>).closest?.('[role=dialog]') != null
    if (!click || event.defaultPrevented || !isOnFocus.value || shortcutsLocked.value || isInDialog)
      return
    event.preventDefault()
    clicks[click]()
  })
}

/**
 * Takes F5, which start buttons of clickers send, from the browser: it would load the window anew, and lose full screen.
 * Ctrl+R still does.
 * @param isGiven whether a talk is given in this window
 */
export function ignoreStartButton(isGiven: () => boolean): void {
  window.addEventListener('keydown', (event) => {
    if (event.key === 'F5' && !event.ctrlKey && isGiven())
      event.preventDefault()
  }, true)
}
