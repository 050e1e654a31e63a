/**
 * Takes the place of Slidev’s `state/shared.ts`; plugin.ts swaps them. There every window sends the whole state
 * whenever it changes, its own place included, be it that a person has moved it, that it was loaded, that it follows
 * another, or that a pointer has moved; so an echo or a newcomer takes the others back. Here only what a person does
 * goes out: see sharedPlace.ts.
 */
import { useNav } from '@slidev/client/composables/useNav.ts'
import { config } from 'virtual:lectern/config'
import { getSlide, getSlidePath } from '@slidev/client/logic/slides.ts'
import { hmrSkipTransition, syncDirections } from '@slidev/client/state/storage.ts'
import type { ClicksContext } from '@slidev/types'
import { reactive, readonly, shallowRef, toRaw, watch, type Ref } from 'vue'
import type { RouteLocationNormalized } from 'vue-router'
import { linkToServer } from '../presenter/serverLink'
import { sharePlace, windowId } from '../presenter/sharedPlace'
import type { Cursor, Holdings, Message, Screen, StagePlace, Timer } from '../presenter/stageMessages'
import { addressName } from '../reader/titles'
import { readEntry, writeEntry } from '../shell/storage'

const STOPPED: Timer = { status: 'stopped', slides: {}, startedAt: 0, pausedAt: 0 }

const NOTHING_ON_SCREEN: Screen = { skipped: [] }

/** What Slidev’s own views read and set, and what ours do. */
export const sharedState = reactive<{ page: number, clicks: number, clicksTotal: number, timer: Timer, cursor?: Cursor, screen: Screen }>({
  page: 1,
  clicks: 0,
  clicksTotal: 0,
  timer: { ...STOPPED },
  screen: structuredClone(NOTHING_ON_SCREEN),
})

const isFollowing = shallowRef(false)
/** Whether a presenter view leads this window. */
export const isLed: Readonly<Ref<boolean>> = readonly(isFollowing)

const link = import.meta.hot && linkToServer(import.meta.hot, new URLSearchParams(location.search).get('password') ?? undefined)
/** Whether the others hear nothing of this window; without a server there is nothing to lose. */
export const isAlone: Readonly<Ref<boolean>> = link?.isAlone ?? shallowRef(false)

/** Whether the server lets this window move the others: on another device it needs the pass key. */
export const mayLead: Readonly<Ref<boolean>> = link?.drives ?? shallowRef(true)

/** Milliseconds that other windows have to answer. */
const PATIENCE = 700

/** Windows of the talk in this browser that have answered. */
const answered = new Set<string>()
let askOthers = (): void => {}

/** How many other windows of the talk answer now. */
export async function countOthers(): Promise<number> {
  answered.clear()
  askOthers()
  await new Promise(resolve => setTimeout(resolve, PATIENCE))
  return link ? link.windows.value - 1 : answered.size
}

// Slidev’s own way to tell its windows where it is.
export function patch(): void {}
export function onPatch(): void {}
export function onSharedUpdate(): void {}

/** Joins the windows of this browser that show the same copy of the deck. @returns tells them something */
function openChannel(name: string, receive: (message: Message) => void): (message: Message) => void {
  try {
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<Message>) => receive(data)
    return message => channel.postMessage(message)
  }
  catch {
    // Where the browser blocks storage, windows are independent.
    return () => {}
  }
}

/** Milliseconds after which a talk whose windows were all closed is over. */
const OVER = 10 * 60_000

/**
 * What this window held before it was loaded anew. A new window gets the clock of a talk whose windows have just been closed:
 * that of yesterday is not of interest.
 */
function recallHoldings(key: string): Holdings {
  try {
    const own = readEntry(key, 'sessionStorage')
    if (own)
      return JSON.parse(own) as Holdings
    const { closed, timer } = JSON.parse(readEntry(key) ?? '{}') as { closed?: number, timer?: Holdings['timer'] }
    return closed && Date.now() - closed < OVER ? { timer } : {}
  }
  catch {
    return {}
  }
}

/** Called by Slidev once, when its app is set up. @param name holds the title of the deck */
export function initSharedState(name: string): void {
  const { clicksContext, isNotesViewer, isPresenter, isPrintMode, router } = useNav()
  if (isPrintMode.value)
    return

  // A host may have several decks, and copies of one, at one origin.
  const key = `${name} ${import.meta.env.BASE_URL}`
  const mayGo = (way: 'Send' | 'Receive') => syncDirections.value[`${isPresenter.value ? 'presenter' : 'viewer'}${way}`]

  /** Where an address of slides is; undefined for other pages. */
  function placeOf({ name, params, query }: RouteLocationNormalized): StagePlace | undefined {
    const slide = name === 'play' || name === 'presenter' ? getSlide(String(params.no)) : undefined
    return slide && {
      alias: addressName(slide),
      step: Number(query.clicks) || 0,
      total: clicksContext.value.total,
    }
  }

  /** Slidev goes back to a slide as to a step beyond its last, until it has drawn it and knows that. */
  function isSame(here: StagePlace, there: StagePlace): boolean {
    // The slide’s own: the presenter view’s counts the steps of the talk alone.
    const context = getSlide(here.alias)?.meta.__clicksContext as ClicksContext | null | undefined
    const stepOf = ({ step }: StagePlace) => context?.isMounted ? Math.min(step, context.total) : step
    return here.alias === there.alias && stepOf(here) === stepOf(there)
  }

  void router.isReady().then(() => {
    const post = link?.post ?? openChannel(key, message => receive(message))
    let heardCursor: Cursor | undefined

    const stage = sharePlace({
      id: windowId(),
      isPresenter: () => isPresenter.value,
      isOnStage: () => !!placeOf(router.currentRoute.value),
      isAudience: () => isNotesViewer.value || link?.drives.value === false,
      sends: () => mayGo('Send') && link?.drives.value !== false,
      receives: () => mayGo('Receive'),
      post,
      show({ alias, step }) {
        const { currentRoute } = router
        const slide = getSlide(alias)
        if (!slide || !placeOf(currentRoute.value))
          return
        const query = Object.fromEntries(Object.entries(currentRoute.value.query).filter(([name]) => name !== config.stepQuery))
        hmrSkipTransition.value = false
        void router.replace({
          path: getSlidePath(slide, isPresenter.value),
          query: { ...query, clicks: step ? String(step) : undefined },
        })
      },
      setTimer: timer => sharedState.timer = { ...timer },
      setScreen: screen => sharedState.screen = structuredClone(screen),
      onChange() {
        const { place, screen, timer } = stage
        isFollowing.value = stage.isLed
        const slide = place && getSlide(place.value.alias)
        if (slide)
          Object.assign(sharedState, { page: slide.no, clicks: place.value.step, clicksTotal: place.value.total })
        writeEntry(key, JSON.stringify({ place, screen, timer } satisfies Holdings), 'sessionStorage')
      },
    }, { here: placeOf(router.currentRoute.value), ...recallHoldings(key) })

    function receive(message: Message) {
      if (message.kind === 'cursor')
        sharedState.cursor = heardCursor = message.cursor ?? undefined
      // Windows that show no slide, such as this page in another tab, have no place.
      else if (message.kind === 'tell' && message.place)
        answered.add(message.from)
      stage.receive(message)
    }
    askOthers = () => stage.ask()

    if (stage.timer)
      sharedState.timer = { ...stage.timer.value }
    watch(() => JSON.stringify(sharedState.timer), (timer) => {
      if (timer !== JSON.stringify(stage.timer?.value ?? STOPPED))
        stage.setTimer(JSON.parse(timer) as Timer)
    })
    if (stage.screen)
      sharedState.screen = structuredClone(stage.screen.value)
    watch(() => JSON.stringify(sharedState.screen), (screen) => {
      if (screen !== JSON.stringify(stage.screen?.value ?? NOTHING_ON_SCREEN))
        stage.setScreen(JSON.parse(screen) as Screen)
    })
    watch(() => toRaw(sharedState.cursor), (cursor) => {
      if (cursor !== heardCursor)
        stage.moveCursor(cursor ?? null)
    })

    router.afterEach((to, from, failure) => {
      const here = placeOf(to)
      if (failure || !here || (stage.place && isSame(here, stage.place.value)))
        return
      // An address that named a step in words goes on as that of its number.
      if (config.stepQuery !== undefined && from.query[config.stepQuery] && !to.query[config.stepQuery])
        stage.settle(here)
      else
        stage.move(here)
    })

    link?.start(receive, stage.ask)
    stage.ask()
    // A window that becomes a presenter view, is to follow from now on, or was asleep may have missed something.
    watch([isPresenter, () => mayGo('Receive')], stage.ask)
    for (const event of ['visibilitychange', 'resume'])
      document.addEventListener(event, () => document.hidden || stage.ask())
    window.addEventListener('pagehide', () => {
      const { timer } = stage
      if (isPresenter.value)
        writeEntry(key, timer ? JSON.stringify({ closed: Date.now(), timer }) : null)
      stage.leave()
    })
  })
}
