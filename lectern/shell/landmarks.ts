/** What a screen reader should find, by selector; Slidev’s shell is made of nameless boxes. */
const LANDMARKS: Record<string, Record<string, string>> = {
  '#slide-container #slideshow, .slidev-presenter': { role: 'main' },
  '#slide-container > :not(#slide-content) > nav, .slidev-presenter .bottom > nav': { 'id': 'controls', 'aria-label': 'Controls' },
  '#slidev-goto-dialog': { 'role': 'search', 'aria-label': 'Go to a slide' },
  '#slidev-goto-input': { 'aria-label': 'Number or words of a headline' },
  '.slidev-presenter .slidev-note': { 'role': 'region', 'aria-label': 'Notes', 'tabindex': '0' },
  '.overview-page > nav': { 'aria-label': 'Slides' },
  '.overview-page > main': { tabindex: '0' },
}

/** Gives the parts of Slidev’s shell that are there the roles and names that they lack. */
export function nameLandmarks(): void {
  for (const [selector, attributes] of Object.entries(LANDMARKS)) {
    const element = document.querySelector(selector)
    for (const [name, value] of Object.entries(attributes))
      element?.setAttribute(name, value)
  }
}

/** Gives the focus to a slide itself, so that the next Tab goes on from there. */
export function focusSlide(no: number): void {
  const page = document.querySelector<HTMLElement>(`#slideshow > [data-slidev-no="${no}"]`)
  if (!page)
    return
  page.tabIndex = -1
  page.focus({ preventScroll: true })
}
