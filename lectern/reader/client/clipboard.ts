/**
 * Copies text.
 * @returns whether it is on the clipboard; browsers refuse without a permission or a secure connection
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  }
  catch {
    return copySelected(text)
  }
}

/** The older way, which asks for no permission but a click. */
function copySelected(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement)
    focused.focus({ preventScroll: true })
  return isCopied
}

/** Milliseconds for which a button says what it did, at least, and for each letter of a sentence. */
const CONFIRMATION = 2500
const READING = 80
const waiting = new WeakMap<Element, { words: string, timer: number }>()

/** Lets a button or link say for a moment what it did. Its own words come back. */
export function confirmOn(control: Element, words: string): void {
  const before = waiting.get(control)
  clearTimeout(before?.timer)
  const own = before?.words ?? control.textContent
  control.textContent = words
  waiting.set(control, {
    words: own,
    timer: window.setTimeout(() => {
      control.textContent = own
      waiting.delete(control)
    }, Math.max(CONFIRMATION, READING * words.length)),
  })
}
