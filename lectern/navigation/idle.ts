/** Milliseconds after which a page has all that it shows: until then its reader needs the line and the processor. */
export const SETTLED = 3000

/** Calls back once the browser has nothing else to do, or after two seconds. @returns forgets it */
export function whenIdle(work: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(work, { timeout: 2000 })
  return () => cancelIdleCallback(request)
}
