/**
 * Where a browser refuses to write its history, the deck goes on with the address that it came by. The router would load
 * the page again and again.
 */
export function mendHistory(): void {
  try {
    history.replaceState(history.state, '')
  }
  catch {
    history.pushState = history.replaceState = () => {}
  }
}
