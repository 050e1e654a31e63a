/**
 * What is wrong with the look of a page to read, at the width of its window. Runs in the browser, so it is whole in
 * itself.
 */
export function findPageFaults(): string[] {
  const SMALLEST_TEXT = 16
  const SMALLEST_TARGET = 24
  const TOLERANCE = 0.05

  const nameOf = (element: Element): string => {
    const words = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)
    const place = element.closest('.slide')?.id
    return `<${element.localName}.${element.classList.item(0)}> “${words}”${place ? ` in ${place}` : ''}`
  }
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })
    && !element.closest('.visually-hidden, .skip')
  const elements = Array.from(document.body.querySelectorAll('*')).filter(isSeen)
  const faults = new Set<string>()

  const room = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > room)
    faults.add(`the page scrolls sideways: ${document.documentElement.scrollWidth} px in a window of ${room}`)
  for (const element of elements) {
    const { left, right, width } = element.getBoundingClientRect()
    if (width && !element.closest('svg') && (left < -1 || right > room + 1))
      faults.add(`over the edge: ${nameOf(element)} from ${Math.round(left)} to ${Math.round(right)}`)
    const { display, overflowX } = getComputedStyle(element)
    if (overflowX !== 'visible' && display !== 'inline' && element.scrollWidth > element.clientWidth + 1 && !(element instanceof SVGElement))
      faults.add(`cut off or scrolling sideways: ${nameOf(element)}`)
  }

  const speaking = elements.filter(element => Array.from(element.childNodes).some(node => node instanceof Text && node.data.trim()))
  for (const element of speaking) {
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * (matrix ? Math.hypot(matrix.c, matrix.d) : 1)
    if (size < SMALLEST_TEXT - TOLERANCE)
      faults.add(`text too small: ${nameOf(element)} has ${size.toFixed(1)} px`)
    const range = document.createRange()
    range.selectNodeContents(element)
    for (const line of range.getClientRects()) {
      if (line.width && (line.left < -1 || line.right > room + 1))
        faults.add(`text over the edge: ${nameOf(element)}`)
    }
  }

  const targets = elements.filter(element => element.matches('a[href], button, summary, input, select'))
  for (const target of targets) {
    const sides = Array.from(target.getClientRects()).filter(({ width }) => width > 0).map(({ height, width }) => [width, height] as const)
    // A link that wraps may end in a short word; one line of it has to be large enough.
    if (sides.length && !sides.some(([width, height]) => width >= SMALLEST_TARGET - TOLERANCE && height >= SMALLEST_TARGET - TOLERANCE))
      faults.add(`too small to press: ${nameOf(target)} has ${sides[0]!.map(Math.round).join(' × ')}`)
  }
  if (!speaking.length || !targets.length)
    faults.add('nothing on the page')
  return [...faults]
}
