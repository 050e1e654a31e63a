/**
 * What to get ready while a slide is shown, in this order: the slides beside it are drawn, the others only fetched,
 * the nearest first.
 */
export function slidesAhead<Slide extends { no: number }>(
  slides: readonly Slide[],
  current: number,
): { draw: Slide[], fetch: Slide[] } {
  const byDistance = slides.filter(({ no }) => no !== current)
    // Most readers go on, so of two that are as near the later one is first.
    .sort((a, b) => Math.abs(a.no - current) - Math.abs(b.no - current) || b.no - a.no)
  return {
    draw: byDistance.filter(({ no }) => Math.abs(no - current) === 1),
    fetch: byDistance.filter(({ no }) => Math.abs(no - current) > 1),
  }
}
