import type { ClicksContext, SlideRoute } from '@slidev/types'
import { computed, watch, type ComputedRef, type Ref } from 'vue'
import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { fullCut, Talk, type LeftPlace, type Place, type TalkSlide } from './talk'

/** The parts of Slidev’s navigation that lead through the talk. */
export interface StageNav {
  slides: Ref<SlideRoute[]>
  currentRoute: Ref<RouteLocationNormalizedLoaded>
  currentSlideNo: Ref<number>
  clicks: Ref<number>
  clicksTotal: Ref<number>
  clicksContext: ComputedRef<ClicksContext>
  hasNext: ComputedRef<boolean>
  nextRoute: ComputedRef<SlideRoute>
  next: () => Promise<void>
  prev: () => Promise<void>
  go: (no: number, clicks?: number) => Promise<void>
}

/** Pixels from which on a touch is no tap. Slidev takes it for a swipe from 75 on. */
const SWIPE = 50

let stage: { talk: ComputedRef<Talk>, isOn: ComputedRef<boolean>, showNextUnspoken: () => void } | undefined

/** Whether one of two slides follows the other in the talk that is being given here. */
export function areStageNeighbours(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && !!stage?.isOn.value && stage.talk.value.areNeighbours(a, b)
}

/** Whether this window leads a talk, where the keys leave out what is for readers. */
export function isOnStage(): boolean {
  return stage?.isOn.value ?? false
}

/** Shows the next step of a slide that has some which are not spoken, and the first after the last. */
export function showNextUnspoken(): void {
  stage?.showNextUnspoken()
}

/**
 * Takes the keys along the talk: in the presenter view, and in every window once a length was chosen by `--cut`. They
 * leave out slides that are for readers, and steps that are not spoken. Overview, search, links, the keys for a whole
 * slide and a finger reach those, and the next key goes on from where the talk was.
 * @param nav Slidev’s own object, before any part of its client has taken functions out of it
 * @param cut minutes of the talk, where a length was chosen
 */
export function followTalk(nav: StageNav, cut: number | undefined): void {
  const { clicks, clicksContext, clicksTotal, currentRoute, currentSlideNo, go, hasNext, next, nextRoute, prev, slides } = nav
  const talk = computed(() => {
    const frontmatters = slides.value.map(({ meta }) => meta.slide.frontmatter as TalkSlide)
    return new Talk(frontmatters, cut ?? fullCut(frontmatters))
  })
  // Without `cuts` on any slide there is no talk to follow: the keys are Slidev’s.
  const hasTalk = computed(() => fullCut(slides.value.map(({ meta }) => meta.slide.frontmatter as TalkSlide)) > 0)
  const isOn = computed(() => cut !== undefined || (hasTalk.value && currentRoute.value.name === 'presenter'))
  stage = {
    talk,
    isOn,
    showNextUnspoken() {
      const no = currentSlideNo.value
      if ((slides.value[no - 1]?.meta.slide.frontmatter as TalkSlide | undefined)?.spoken !== undefined)
        void go(no, (clicks.value + 1) % (clicksTotal.value + 1))
    },
  }

  /** Where the talk was when it was last on one of its slides. */
  let left: LeftPlace | undefined
  watch([currentSlideNo, clicks, clicksTotal], () => {
    const no = currentSlideNo.value
    if (talk.value.has(no))
      left = { no, step: clicks.value, hasMore: clicks.value < talk.value.lastStep(no, clicksTotal.value) }
  }, { flush: 'sync', immediate: true })

  /** Whether it was a swipe that asks for a step, and no key or button: it goes through all steps that there are. */
  let isSwipe = false
  let start = 0
  window.addEventListener('pointerdown', ({ clientX }) => start = clientX, true)
  window.addEventListener('pointerup', ({ clientX, pointerType }) => isSwipe = pointerType === 'touch' && Math.abs(clientX - start) > SWIPE, true)
  window.addEventListener('keydown', () => isSwipe = false, true)

  const hasStep = (): boolean => clicks.value < talk.value.lastStep(currentSlideNo.value, clicksTotal.value)
  /** The slide that comes when this one has been shown; none at the end of the talk. */
  const following = (): Place | undefined => {
    const no = currentSlideNo.value
    if (!talk.value.has(no))
      return talk.value.resume(no, left)
    const after = talk.value.slideAfter(no)
    return after === undefined ? undefined : { no: after, step: 0 }
  }

  /** Slidev takes the last step that there is for one beyond, but the first where the slide is not drawn yet. */
  async function goToStep(no: number, step: number): Promise<void> {
    const { meta } = slides.value[no - 1]!
    const context = meta.__clicksContext as ClicksContext | null
    if (!context?.isMounted)
      meta.__clicksContext = null
    const going = go(no, step)
    meta.__clicksContext = context
    await going
  }

  nav.next = async () => {
    const no = currentSlideNo.value
    if (!isOn.value || (talk.value.has(no) && (hasStep() || (isSwipe && clicks.value < clicksTotal.value))))
      return next()
    const place = following()
    if (place)
      await go(place.no, place.step)
  }
  nav.prev = async () => {
    const no = currentSlideNo.value
    if (!isOn.value || (talk.value.has(no) && clicks.value > 0))
      return prev()
    if (!talk.value.has(no) && left)
      return go(left.no, left.step)
    const before = talk.value.slideBefore(no)
    if (before !== undefined)
      await goToStep(before, talk.value.lastStep(before, Infinity))
  }
  // What the presenter view shows as next, and how many steps it counts.
  nav.hasNext = computed(() => isOn.value ? hasStep() || following() !== undefined : hasNext.value)
  nav.nextRoute = computed(() => isOn.value ? slides.value[(following()?.no ?? currentSlideNo.value) - 1]! : nextRoute.value)
  nav.clicksContext = computed(() => isOn.value ? asTold(clicksContext.value) : clicksContext.value)

  function asTold(context: ClicksContext): ClicksContext {
    const total = (): number => {
      const last = talk.value.lastStep(currentSlideNo.value, context.total)
      return context.current > last ? context.total : last
    }
    return Object.create(context, { total: { get: total } }) as ClicksContext
  }
}
