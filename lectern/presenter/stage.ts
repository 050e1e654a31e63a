import type { ClicksContext, SlideRoute } from '@slidev/types'
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'
import { plannedSeconds, type PlannedSlide } from './pace'
import type { Screen } from './stageMessages'
import { fullCut, Talk, type LeftState, type TalkState, type TalkSlide } from './talk'

/** The parts of Slidev’s navigation that lead through the talk. */
export interface StageNav {
  slides: Ref<SlideRoute[]>
  currentRoute: Ref<RouteLocationNormalizedLoaded>
  router: Router
  currentSlideNo: Ref<number>
  clicks: Ref<number>
  clicksTotal: Ref<number>
  clicksContext: ComputedRef<ClicksContext>
  hasNext: ComputedRef<boolean>
  nextRoute: ComputedRef<SlideRoute>
  next: () => Promise<void>
  prev: () => Promise<void>
  nextSlide: () => Promise<void>
  prevSlide: () => Promise<void>
  go: (no: number, clicks?: number) => Promise<void>
}

/** Pixels from which on a touch is no tap. Slidev takes it for a swipe from 75 on. */
const SWIPE = 50

/** The talk that is given here. */
export interface Stage {
  talk: ComputedRef<Talk>
  /** Whether the keys follow it. */
  isOn: ComputedRef<boolean>
  /** Its slides with their times; those of the whole deck where no slide names a talk. */
  plan: ComputedRef<PlannedSlide[]>
  /** Seconds of the plan that are saved by slides which are left out. */
  saved: ComputedRef<number>
  /** The state of the talk that is shown, or from which it goes on. */
  at: ComputedRef<{ no: number, step: number, lastStep: number }>
  /** Where the talk was before somebody jumped: by search, by number, in the overview, by a link. */
  origin: Readonly<Ref<TalkState | undefined>>
  /** Goes back there. */
  comeBack: () => void
  /** Leaves these slides out, or takes all of them back where there are none. */
  skip: (numbers: readonly number[]) => void
  showNextUnspoken: () => void
}

let stage: Stage | undefined

/** The talk that is given here, once {@link followTalk} has run. */
export function useStage(): Stage {
  return stage!
}

/** Whether one of two slides follows the other in the talk that is being given here. */
export function areStageNeighbours(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && !!stage?.isOn.value && stage.talk.value.areNeighbours(a, b)
}

/** Whether this window leads a talk, where the keys leave out what is for readers. */
export function isOnStage(): boolean {
  return stage?.isOn.value ?? false
}

/** Goes back to where the talk was before somebody jumped. */
export function comeBack(): void {
  stage?.comeBack()
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
 * @param windows what the windows of the talk share: whether a presenter view leads this one, and their screen
 */
export function followTalk(nav: StageNav, cut: number | undefined, windows: { isLed: Readonly<Ref<boolean>>, screen: Ref<Screen> }): void {
  const { clicks, clicksContext, clicksTotal, currentRoute, currentSlideNo, go, hasNext, next, nextRoute, nextSlide, prev, prevSlide, slides } = nav
  const frontmatters = computed(() => slides.value.map(({ meta }) => meta.slide.frontmatter as TalkSlide))
  const nameOf = (no: number): string => String(slides.value[no - 1]?.meta.slide.frontmatter.routeAlias ?? no)
  const skipped = computed(() => {
    const names = new Set(windows.screen.value.skipped)
    return new Set(slides.value.map(({ no }) => no).filter(no => names.has(nameOf(no))))
  })
  const length = computed(() => cut ?? fullCut(frontmatters.value))
  const talk = computed(() => new Talk(frontmatters.value, length.value, skipped.value))
  // Without `cuts` on any slide there is no talk to follow: the keys are Slidev’s.
  const hasTalk = computed(() => fullCut(frontmatters.value) > 0)
  // A clicker speaks to the window that has the focus, be it the presenter view or the slides that it leads.
  const isOn = computed(() => cut !== undefined || (hasTalk.value && (currentRoute.value.name === 'presenter' || windows.isLed.value)))
  /** Where the talk was when it was last on one of its slides. */
  const left = shallowRef<LeftState>()
  const origin = shallowRef<TalkState>()
  stage = {
    talk,
    isOn,
    plan: computed(() => hasTalk.value
      ? talk.value.plan
      : frontmatters.value.map(({ minutes = 0 }, index) => ({ no: index + 1, seconds: minutes * 60 }))),
    saved: computed(() => skipped.value.size === 0 ? 0 : plannedSeconds(new Talk(frontmatters.value, length.value).plan) - plannedSeconds(talk.value.plan)),
    at: computed(() => {
      const no = currentSlideNo.value
      if (hasTalk.value && !talk.value.has(no) && left.value)
        return { ...left.value, lastStep: left.value.hasMore ? left.value.step + 1 : left.value.step }
      const lastStep = hasTalk.value ? talk.value.lastStep(no, clicksTotal.value) : clicksTotal.value
      return { no, step: Math.min(clicks.value, lastStep), lastStep }
    }),
    origin,
    comeBack() {
      if (origin.value)
        void go(origin.value.no, origin.value.step)
    },
    skip(numbers) {
      windows.screen.value.skipped = numbers.length > 0 ? [...windows.screen.value.skipped, ...numbers.map(nameOf)] : []
    },
    showNextUnspoken() {
      const no = currentSlideNo.value
      if ((slides.value[no - 1]?.meta.slide.frontmatter as TalkSlide | undefined)?.spoken !== undefined)
        void go(no, (clicks.value + 1) % (clicksTotal.value + 1))
    },
  }

  watch([currentSlideNo, clicks, clicksTotal], () => {
    const no = currentSlideNo.value
    if (talk.value.has(no))
      left.value = { no, step: clicks.value, hasMore: clicks.value < talk.value.lastStep(no, clicksTotal.value) }
  }, { flush: 'sync', immediate: true })

  /** The move that is being made is a step of the talk, and no jump. */
  let isStep = false
  /** The last move was a jump: another one leaves no new place to come back to. */
  let hasJumped = false
  // The address that a window is opened at is no jump.
  void nav.router.isReady().then(() => watch([currentSlideNo, clicks], ([no, step], [noBefore, stepBefore]) => {
    // Slides side by side are no jump: another window of the talk may have gone there by a key.
    const isJump = !isStep && Math.abs(no - noBefore) > 1 && !talk.value.areNeighbours(no, noBefore)
    if (isJump && !hasJumped)
      origin.value = { no: noBefore, step: stepBefore }
    if (origin.value?.no === no && origin.value.step === step)
      origin.value = undefined
    if (isJump || isStep)
      hasJumped = isJump && origin.value !== undefined
  }, { flush: 'sync' }))

  /** Runs a move along the talk. */
  async function along(move: () => Promise<void>): Promise<void> {
    isStep = true
    try {
      await move()
    }
    finally {
      isStep = false
    }
  }

  /** Whether it was a swipe that asks for a step, and no key or button: it goes through all steps that there are. */
  let isSwipe = false
  let start = 0
  window.addEventListener('pointerdown', ({ clientX }) => start = clientX, true)
  window.addEventListener('pointerup', ({ clientX, pointerType }) => isSwipe = pointerType === 'touch' && Math.abs(clientX - start) > SWIPE, true)
  window.addEventListener('keydown', () => isSwipe = false, true)

  const hasStep = (): boolean => clicks.value < talk.value.lastStep(currentSlideNo.value, clicksTotal.value)
  /** The slide that comes when this one has been shown; none at the end of the talk. */
  const following = (): TalkState | undefined => {
    const no = currentSlideNo.value
    if (!talk.value.has(no))
      return talk.value.resume(no, left.value)
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

  /** The first key after a black or white screen brings the slide back, as clickers do it in other programs. */
  async function uncovered(move: () => Promise<void>): Promise<void> {
    if (windows.screen.value.blank)
      windows.screen.value.blank = undefined
    else
      await move()
  }

  nav.next = () => uncovered(() => along(async () => {
    const no = currentSlideNo.value
    if (!isOn.value || (talk.value.has(no) && (hasStep() || (isSwipe && clicks.value < clicksTotal.value))))
      return next()
    const place = following()
    if (place)
      await go(place.no, place.step)
  }))
  nav.prev = () => uncovered(() => along(async () => {
    const no = currentSlideNo.value
    if (!isOn.value || (talk.value.has(no) && clicks.value > 0))
      return prev()
    if (!talk.value.has(no) && left.value)
      return go(left.value.no, left.value.step)
    const before = talk.value.slideBefore(no)
    if (before !== undefined)
      await goToStep(before, talk.value.lastStep(before, Infinity))
  }))
  nav.nextSlide = () => uncovered(nextSlide)
  nav.prevSlide = () => uncovered(prevSlide)
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
