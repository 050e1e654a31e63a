/** Whether a key asks for the search: `/`, where it would not be typed into something. */
export function isSearchKey({ key, target }: KeyboardEvent): boolean {
  // The document itself can have the focus, and is no element.
  const isTyping = (target as Partial<Element> | null)?.closest?.('input, textarea, select, [contenteditable], dialog') != null
  return key === '/' && !isTyping
}
