interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * What is wrong with the look of one slide. Runs in the browser, so it is whole in itself.
 * @param slide at any scale; all measures are pixels of the 980 × 552 canvas. Null: the one that the window shows
 * @param alias the slide’s `routeAlias`
 */
export function findFaults(slide: Element | null, alias: string | undefined): string[] {
  const canvas = slide ?? Array.from(document.querySelectorAll('#slideshow > .slidev-page')).find(page => page.checkVisibility())!
  const SAFE: Box = { left: 56, top: 40, right: 980 - 56, bottom: 552 - 44 }
  const SMALL_PRINT = alias?.startsWith('sources-') ? 'ol' : '.source, .names, time'
  const TOLERANCE = 1
  /** The footer lies below the safe area, and what only screen readers get lies nowhere. */
  const OUT_OF_SIGHT = '.story, .visually-hidden, defs, clipPath'
  const HAVE_ART_TO_THE_EDGE = '.slidev-layout:is(.cover, .section, .end)'
  /** Drawings that run off the slide on purpose, to say that it goes on. */
  const RUNS_OFF = 'svg.bleed'
  const SHAPES = 'path, rect, circle, ellipse, line, polygon, polyline'

  const frame = canvas.getBoundingClientRect()
  const scale = frame.width / 980
  const layout = canvas.querySelector('.slidev-layout')!
  const boxOf = ({ bottom, left, right, top }: DOMRect): Box => ({
    left: (left - frame.left) / scale,
    top: (top - frame.top) / scale,
    right: (right - frame.left) / scale,
    bottom: (bottom - frame.top) / scale,
  })
  const isInside = (inner: Box, outer: Box): boolean =>
    inner.left >= outer.left - TOLERANCE && inner.right <= outer.right + TOLERANCE
    && inner.top >= outer.top - TOLERANCE && inner.bottom <= outer.bottom + TOLERANCE
  const touch = (a: Box, b: Box): boolean =>
    a.left < b.right - TOLERANCE && b.left < a.right - TOLERANCE
    && a.top < b.bottom - TOLERANCE && b.top < a.bottom - TOLERANCE
  const say = ({ bottom, left, right, top }: Box): string =>
    [left, top, right, bottom].map(Math.round).join(' ')
  const nameOf = (element: Element): string => {
    const words = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)
    const kind = element.classList.item(0)
    return `<${element.localName}${kind ? `.${kind}` : ''}>${words ? ` “${words}”` : ''}`
  }
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !element.closest(OUT_OF_SIGHT)
  const isClear = (colour: string): boolean => colour === 'transparent' || /\/ 0\)$|, 0\)$/.test(colour)

  /** Whether an element has a ground or an edge of its own that one can see. */
  const isPainted = (element: Element): boolean => {
    const style = getComputedStyle(element)
    if (element instanceof SVGElement)
      return element.matches(SHAPES) && !(style.fill === 'none' && style.stroke === 'none')
    return !isClear(style.backgroundColor) || style.backgroundImage !== 'none'
      || (['top', 'right', 'bottom', 'left'] as const).some(side =>
        style.getPropertyValue(`border-${side}-style`) !== 'none'
        && Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0
        && !isClear(style.getPropertyValue(`border-${side}-color`)))
  }

  const elements = Array.from(canvas.querySelectorAll('.slidev-layout *')).filter(isSeen)

  /** A line box is higher than its letters; this is about where the letters are. */
  const lettersIn = ({ bottom, left, right, top }: Box): Box => {
    const gap = (bottom - top) * 0.12
    return { left, right, top: top + gap, bottom: bottom - gap }
  }
  const blockOf = (element: Element): Element => {
    if (element instanceof SVGElement)
      return element.closest('text')!
    const { display } = getComputedStyle(element)
    return display === 'inline' || display === 'contents' ? blockOf(element.parentElement!) : element
  }

  const linesOf = (node: Node): Box[] => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return Array.from(range.getClientRects()).filter(({ width }) => width > 0).map(boxOf).map(lettersIn)
  }
  const wordsIn = (element: Element): Node[] =>
    Array.from(element.childNodes).filter(node => node instanceof Text && node.data.trim())
  const speaking = elements.filter(element => wordsIn(element).length)
  const lines = new Map<Element, Box[]>()
  for (const element of speaking) {
    const block = blockOf(element)
    lines.set(block, [...lines.get(block) ?? [], ...wordsIn(element).flatMap(linesOf)])
  }

  const faults = new Set<string>()

  for (const [block, boxes] of lines) {
    const strayLine = boxes.find(line => !isInside(line, SAFE))
    if (strayLine)
      faults.add(`text outside the safe area: ${nameOf(block)} at ${say(strayLine)}`)
    let ground = block
    while (ground !== layout && (ground instanceof SVGElement || !isPainted(ground)))
      ground = ground.parentElement!
    const box = boxOf(ground.getBoundingClientRect())
    const spilled = boxes.find(line => !isInside(line, box))
    if (spilled)
      faults.add(`text outside its box (${say(box)}): ${nameOf(block)} at ${say(spilled)}`)
  }

  if (!layout.matches(HAVE_ART_TO_THE_EDGE)) {
    for (const element of elements) {
      const box = boxOf(element.getBoundingClientRect())
      if (isPainted(element) && !element.closest(RUNS_OFF) && !isInside(box, SAFE))
        faults.add(`outside the safe area: ${nameOf(element)} at ${say(box)}`)
    }
  }

  for (const element of [layout, ...elements]) {
    const { display, overflowX, overflowY } = getComputedStyle(element)
    const showsAll = overflowX === 'visible' && overflowY === 'visible'
    if (showsAll || display === 'inline' || element instanceof SVGElement)
      continue
    const hidden = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight]
    if (hidden.some(pixels => pixels > TOLERANCE))
      faults.add(`cut off or scrolling: ${nameOf(element)} by ${hidden.join(' × ')}`)
  }

  const buttons = elements.filter(element => element.matches('button'))
    .map(button => [button, [boxOf(button.getBoundingClientRect())]] as const)
  const blocks = [...lines, ...buttons]
  blocks.forEach(([block, boxes], index) => {
    for (const [otherBlock, otherBoxes] of blocks.slice(index + 1)) {
      // A button holds its own words.
      if (!otherBlock.contains(block) && boxes.some(box => otherBoxes.some(other => touch(box, other))))
        faults.add(`one over the other: ${nameOf(block)} and ${nameOf(otherBlock)}`)
    }
  })

  for (const element of speaking) {
    const matrix = element instanceof SVGGraphicsElement ? element.getCTM() : null
    const zoom = matrix ? Math.hypot(matrix.c, matrix.d) : 1
    const size = zoom * Number.parseFloat(getComputedStyle(element).fontSize)
    const floor = element.closest(SMALL_PRINT) ? 14 : element.closest('blockquote') ? 20 : 18
    if (size < floor - 0.05)
      faults.add(`text too small: ${nameOf(element)} has ${size.toFixed(1)} px, not ${floor}`)
  }

  const headlines = elements.filter(element => element.matches('h1'))
  if (headlines.length !== 1)
    faults.add(`${headlines.length} headlines`)
  const headlineLines = headlines.flatMap(headline => lines.get(headline) ?? [])
  if (new Set(headlineLines.map(({ top }) => Math.round(top))).size > 2)
    faults.add('the headline has more than two lines')

  for (const step of canvas.querySelectorAll('.slidev-vclick-hidden')) {
    if (getComputedStyle(step).visibility !== 'hidden')
      faults.add(`a step to come is not hidden: ${nameOf(step)}`)
  }
  return [...faults]
}
