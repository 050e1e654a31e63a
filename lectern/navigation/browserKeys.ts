export type KeyPress = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>

/** Named keys that Shift does not make another key of: with it, Slidev skips steps; and it leads the focus back. */
const WITH_SHIFT = ['ArrowLeft', 'ArrowRight', 'Shift', 'Tab']

/**
 * Whether a press belongs to the browser or the system, never to the deck: with Ctrl, Alt or Cmd each does, with Shift
 * each that has no meaning of its own with it. A sign such as `/` may need Shift to be typed at all.
 */
export function isForBrowser({ altKey, code, ctrlKey, key, metaKey, shiftKey }: KeyPress): boolean {
  if (altKey)
    return true
  if (ctrlKey || metaKey)
    // Takes back a stroke of Slidev’s drawing, and is nothing else to the deck.
    return code !== 'KeyZ'
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  return shiftKey && (isLetter || (key.length > 1 && !WITH_SHIFT.includes(key)))
}

/**
 * Keeps the browser’s own keys from everything on the page that listens to keys, Slidev’s shortcuts among it, which ask
 * for no modifier. The browser still gets them. Editors keep theirs, such as Ctrl+S.
 * @param onPress called before anybody hears of a press that is no repetition, in an editor too
 */
export function leaveBrowserItsKeys(onPress?: (press: KeyboardEvent) => void): void {
  for (const type of ['keydown', 'keypress'] as const) {
    // Captured at the window: before whoever listens there or further down.
    window.addEventListener(type, (event) => {
      if (type === 'keydown' && !event.repeat)
        onPress?.(event)
      const isInEditor = (event.target as Partial<Element>).closest?.('textarea, [contenteditable]') != null
      if (!isInEditor && isForBrowser(event))
        event.stopPropagation()
    }, true)
  }
}
