declare module 'virtual:deck-notes' {
  /** What is said at each slide, as HTML. */
  const notes: readonly string[]
  export default notes
}
