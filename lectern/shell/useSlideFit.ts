import { useNav } from '@slidev/client'
import { onMounted, onUnmounted, watch } from 'vue'
import { whenIdle } from '../navigation/idle'

/** How small a slide may become, as a share of its size, and by how much at once. */
const LEAST = 0.4
const STEP = 0.05

/** Size of the font in which the reader’s spacing is looked for, in px. */
const PROBE_SIZE = 10

/** Whether an element stands in a place of its own, out of the flow of its slide. */
function isPlaced(element: Element, layout: Element): boolean {
  for (let at = element; at !== layout; at = at.parentElement!) {
    if (/absolute|fixed/.test(getComputedStyle(at).position))
      return true
  }
  return false
}

/**
 * Whether words of a slide are beyond its canvas, or reach into the room of its footer. What is no text may be so by its design.
 * @param foot that room, in px of the canvas
 */
function isCutOff(layout: HTMLElement, foot: number): boolean {
  const slide = layout.closest<HTMLElement>('[data-slidev-no]')!
  const canvas = slide.getBoundingClientRect()
  const scale = canvas.height / slide.offsetHeight
  const texts = document.createTreeWalker(layout, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    if (!text.data.trim() || text.parentElement!.closest('.visually-hidden, svg') || !text.parentElement!.checkVisibility({ visibilityProperty: true }))
      continue
    range.selectNodeContents(text)
    const { bottom, right } = range.getBoundingClientRect()
    const limit = canvas.bottom + 1 - (isPlaced(text.parentElement!, layout) ? 0 : foot * scale)
    if (bottom > limit || right > canvas.right + 1)
      return true
  }
  return false
}

/**
 * Keeps all of a slide on its canvas for readers who changed its text: by spacing of their own, or by a translator, whose
 * words are longer. A canvas has one size, and cuts off what is beyond it; the slide gets smaller until nothing is.
 */
export function useSlideFit(): void {
  const { clicksContext, currentSlideNo } = useNav()
  const { documentElement: root } = document
  const ownLanguage = root.lang
  let probe: HTMLElement | undefined
  let isChanged = false
  let layout: HTMLElement | null = null
  /** Its room for a footer, in px of the canvas. */
  let foot = 0

  function look(): void {
    const { letterSpacing, lineHeight, wordSpacing } = getComputedStyle(probe!)
    isChanged = [letterSpacing, wordSpacing].some(space => Number.parseFloat(space) > 0) || Number.parseFloat(lineHeight) > PROBE_SIZE
      || root.lang !== ownLanguage || /(?:^| )translated-/.test(root.className)
    takeSlide()
  }

  function takeSlide(): void {
    words.disconnect()
    sizes.disconnect()
    if (layout)
      Object.assign(layout.style, { zoom: '', paddingBottom: '', transition: '' })
    // For all others a move takes no time for this.
    layout = isChanged ? document.querySelector(`#slideshow > [data-slidev-no="${currentSlideNo.value}"] .slidev-layout`) : null
    if (!layout)
      return
    // What moves to its new size could not be measured at once.
    layout.style.transition = 'none'
    foot = Number.parseFloat(getComputedStyle(layout).paddingBottom)
    words.observe(layout, { characterData: true, childList: true, subtree: true })
    // They also say when it is shown, before that is painted, and its parts when a font or a picture comes.
    for (const part of [layout, ...layout.children])
      sizes.observe(part)
  }

  function fit(): void {
    if (!layout)
      return
    // In hundredths: shares that are added up miss their sum.
    for (let size = Math.round(100 * Number(layout.style.zoom || 1)); size > 100 * LEAST && isCutOff(layout, foot);) {
      size -= 100 * STEP
      layout.style.zoom = String(size / 100)
      // The room of a footer stays as large as that.
      layout.style.paddingBottom = `${100 * foot / size}px`
    }
  }

  // Steps change what a slide has, and a translator comes only after it is shown.
  const words = new MutationObserver(fit)
  const sizes = new ResizeObserver(fit)
  // The reader may have changed something.
  const language = new MutationObserver(look)
  const spacing = new ResizeObserver(look)

  let forget = () => {}
  function listen(): void {
    probe = document.createElement('span')
    probe.ariaHidden = 'true'
    probe.translate = false
    probe.textContent = 'a b'
    // What a reader’s style sheet says of all elements is stronger.
    Object.assign(probe.style, {
      position: 'absolute', top: '0', left: '0', visibility: 'hidden', whiteSpace: 'pre', font: `${PROBE_SIZE}px/1 monospace`, letterSpacing: 'normal', wordSpacing: 'normal',
    })
    document.body.append(probe)
    spacing.observe(probe)
    language.observe(root, { attributeFilter: ['lang', 'class'] })
  }

  // Few need it: the first slide comes first.
  onMounted(() => forget = whenIdle(listen))
  watch(() => [currentSlideNo.value, clicksContext.value.isMounted], takeSlide, { flush: 'post' })
  onUnmounted(() => {
    forget()
    probe?.remove()
    for (const observer of [words, sizes, language, spacing])
      observer.disconnect()
  })
}
