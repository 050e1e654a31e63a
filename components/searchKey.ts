/** Whether a key asks for the search: `/`, where it would not be typed into something. */
export function isSearchKey({ altKey, ctrlKey, key, metaKey, target }: KeyboardEvent): boolean {
  const isTyping = target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  return key === '/' && !altKey && !ctrlKey && !metaKey && !isTyping
}
