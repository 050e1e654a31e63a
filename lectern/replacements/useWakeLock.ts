/**
 * Takes the place of Slidev’s `composables/useWakeLock.ts`; plugin.ts swaps them. There a refusal is an error that
 * nobody handles, and the screen of a talk may go dark. Safari refuses until a key was pressed or something touched.
 */
import { wakeLockEnabled } from '@slidev/client/state/storage.ts'
import { onScopeDispose, watch } from 'vue'

/** Keeps the screen lit while slides or the presenter view are shown, where the browser lets it. */
export function useWakeLock(): void {
  if (!('wakeLock' in navigator))
    return
  const use = new AbortController()
  let held: Promise<WakeLockSentinel | undefined> = Promise.resolve(undefined)

  // One after the other: a lock that comes after it was given up would stay.
  function renew() {
    held = held.then(async (lock) => {
      const isWanted = wakeLockEnabled.value && !document.hidden && !use.signal.aborted
      if (isWanted && lock && !lock.released)
        return lock
      await lock?.release()
      return isWanted ? navigator.wakeLock.request('screen').catch(() => undefined) : undefined
    })
  }

  for (const event of ['visibilitychange', 'pointerup', 'keyup'])
    document.addEventListener(event, renew, { signal: use.signal })
  watch(wakeLockEnabled, renew, { immediate: true })
  onScopeDispose(() => {
    use.abort()
    renew()
  })
}
