/** What a screen reader should find, by selector; Slidev’s shell is made of nameless boxes. */
const LANDMARKS: Record<string, Record<string, string>> = {
  '#slide-container #slideshow, .slidev-presenter': { role: 'main' },
  '#slidev-goto-dialog': { 'role': 'search', 'aria-label': 'Go to a slide' },
  '#slidev-goto-input': { 'aria-label': 'Number or words of the headline' },
  '#slide-container nav, .slidev-presenter nav': { 'id': 'controls', 'aria-label': 'Controls' },
}

/** Gives the parts of Slidev’s shell that are there the roles and names that they lack. */
export function nameLandmarks(): void {
  for (const [selector, attributes] of Object.entries(LANDMARKS)) {
    const element = document.querySelector(selector)
    for (const [name, value] of Object.entries(attributes))
      element?.setAttribute(name, value)
  }
}
