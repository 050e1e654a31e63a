import { magicKeys } from '@slidev/client/state/storage.ts'
import { isReadonly, isRef } from 'vue'

/**
 * Takes every key for released but the one that is pressed now. Slidev’s shortcuts wait for a key to go down, and a
 * release can get lost: the window had lost the focus, or Cmd was held, during which macOS tells of none.
 */
export function forgetHeldKeys({ shiftKey }: Pick<KeyboardEvent, 'shiftKey'>): void {
  magicKeys.current.clear()
  for (const key of Object.values(magicKeys)) {
    if (isRef(key) && !isReadonly(key))
      key.value = false
  }
  // The only key that Slidev combines with others.
  magicKeys.shift.value = shiftKey
}
