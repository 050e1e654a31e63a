import { useNav } from '@slidev/client'
import { nextTick, watch } from 'vue'

/** Milliseconds that a shared element takes from its place on one slide to its place on the next. */
const MOVE = 400

interface Place {
  text: string
  rect: DOMRect
}

/**
 * Moves what two slides share from its place on the one to its place on the other: the headline of a slide, and each
 * element that has a namesake on the slide before by `data-shared-element`. If the words are the same, as those of a
 * number are, it grows or shrinks on its way too. All are there from the first frame on, at the place they come from.
 *
 * Not by the browser’s View Transitions: those draw the old slide, then the new one, before anything of it is seen,
 * which takes two frames or more after the key.
 */
export function useSharedElements(): void {
  const { currentSlideNo } = useNav()
  let places = new Map<string, Place>()
  // Before Vue hides the one slide; and when it has shown the other, which it does last of all.
  watch(currentSlideNo, (_, before) => places = placesOn(before), { flush: 'sync' })
  watch(currentSlideNo, now => void nextTick(() => moveFrom(places, now)), { flush: 'post' })
}

function slideAt(no: number): HTMLElement | null {
  return document.querySelector(`#slideshow > [data-slidev-no="${no}"]`)
}

function sharedOn(slide: HTMLElement): Map<string, HTMLElement | SVGElement> {
  return new Map(Array.from(slide.querySelectorAll<HTMLElement | SVGElement>('h1, [data-shared-element]'))
    .filter(element => element.checkVisibility({ visibilityProperty: true }))
    .map(element => [element.dataset.sharedElement ?? element.localName, element] as const)
    // The first of a name stays.
    .reverse())
}

function placesOn(no: number): Map<string, Place> {
  const slide = slideAt(no)
  return new Map(slide
    ? Array.from(sharedOn(slide), ([name, element]) => [name, { text: textOf(element), rect: element.getBoundingClientRect() }])
    : [])
}

function textOf(element: Element): string {
  return element.textContent.trim()
}

function moveFrom(places: ReadonlyMap<string, Place>, no: number): void {
  const slide = slideAt(no)
  if (!slide || matchMedia('(prefers-reduced-motion: reduce)').matches)
    return
  const scale = slide.getBoundingClientRect().width / slide.offsetWidth
  for (const [name, element] of sharedOn(slide)) {
    const from = places.get(name)
    if (!from)
      continue
    const to = element.getBoundingClientRect()
    const unit = unitOf(element) ?? scale
    const x = (from.rect.left - to.left) / unit
    const y = (from.rect.top - to.top) / unit
    const size = textOf(element) === from.text ? from.rect.height / to.height : 1
    if (Math.hypot(x, y) < 1 && Math.abs(size - 1) < 0.02)
      continue
    element.animate(
      [{ transform: `translate(${x}px, ${y}px) scale(${size})`, transformBox: 'fill-box', transformOrigin: '0 0' }, {}],
      { duration: MOVE, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
    )
  }
}

/** Pixels on the screen that one unit of a drawing has: what is moved in it is moved by its own units. */
function unitOf(element: Element): number | undefined {
  const drawing = element instanceof SVGElement ? element.ownerSVGElement : null
  const width = drawing?.viewBox.baseVal.width
  return width ? drawing!.getBoundingClientRect().width / width : undefined
}
