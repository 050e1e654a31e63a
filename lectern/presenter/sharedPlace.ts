import type { Cursor, Holdings, Message, Screen, StagePlace, Stamped, Timer } from './stageMessages'

/** Whether one was set after the other. Of two set at once, or by addresses, that of the window opened first counts. */
export function isNewer(one: Stamped<unknown> | undefined, other: Stamped<unknown> | undefined): boolean {
  if (!one || !other)
    return !!one
  return one.stamp.count > other.stamp.count
    || (one.stamp.count === other.stamp.count && one.stamp.by < other.stamp.by)
}

/** A name for this window; names sort by the time of opening. */
export function windowId(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2)
}

/** A window, as the rules below need it. */
export interface StageWindow {
  id: string
  isPresenter: () => boolean
  /** Whether it shows a slide: the view of the notes and the overview do not. */
  isOnStage: () => boolean
  /** Whether its moves go out to the others. */
  sends: () => boolean
  /** Whether it goes where others move. */
  receives: () => boolean
  /** Whether it follows even where no presenter view is open: a device of the audience. */
  isAudience: () => boolean
  post: (message: Message) => void
  show: (place: StagePlace) => void
  setTimer: (timer: Timer) => void
  setScreen: (screen: Screen) => void
  /** Called after each message and each change. */
  onChange: () => void
}

export interface SharedPlace extends Readonly<Holdings> {
  /** Whether this window presents or a presenter view leads it. */
  readonly isLed: boolean
  /** The highest count seen. */
  readonly count: number
  /** Asks the others for the place and the timer, and tells them nothing but that this window is there. */
  ask: () => void
  /** A person has moved this window. */
  move: (place: StagePlace) => void
  /** The address of this window has found its final form: no move. */
  settle: (place: StagePlace) => void
  /** A person has started, paused or set back the timer. */
  setTimer: (timer: Timer) => void
  /** A person has covered or magnified the slides, or leaves some out. */
  setScreen: (screen: Screen) => void
  receive: (message: Message) => void
  moveCursor: (cursor: Cursor | null) => void
  leave: () => void
}

/** The name of the development server among the windows. */
export const SERVER = 'server'

/** Comes after every window’s name, so that anything told is newer. */
const NOBODY = '~'

/**
 * One window’s part in keeping all windows of a talk at one place. Whoever opens, reloads or comes back asks and never
 * tells its own; only what a person does counts on; whatever is newer is taken over, and taking it over sends nothing.
 *
 * Without a presenter view there is no talk: then windows of slides are independent, as those of readers are.
 * @param start the place that the window’s address names, and what it remembers from before it was loaded
 */
export function sharePlace(window: StageWindow, start: { here?: StagePlace } & Holdings): SharedPlace {
  const { here, place: remembered } = start
  const isBack = !!here && !!remembered && here.alias === remembered.value.alias && here.step === remembered.value.step
  let place: Stamped<StagePlace> | undefined = isBack ? remembered : here && { value: here, stamp: { count: 0, by: window.id } }
  // A remembered timer or screen goes before none, and after one that is in use.
  let timer = start.timer && { value: start.timer.value, stamp: { count: 1, by: window.id } }
  let screen = start.screen && { value: start.screen.value, stamp: { count: 1, by: window.id } }
  let isMemory = isBack
  let count = Math.max(1, place?.stamp.count ?? 0)
  const presenters = new Set<string>()

  const isLed = () => window.isPresenter() || presenters.size > 0

  function post(message: Pick<Message, 'kind'> & Partial<Message>) {
    window.post({ from: window.id, presenter: window.isPresenter(), count, ...message })
  }

  function stamped<Value>(value: Value): Stamped<Value> {
    isMemory = false
    count += 1
    return { value, stamp: { count, by: window.id } }
  }

  function answer({ from, presenter }: Message) {
    if (window.sends())
      post({ kind: 'tell', to: from, overrules: true, timer, screen, place: window.isOnStage() ? place : undefined })
    // A presenter view that opens is a new beginning for a window without a place of its own.
    if (!window.isOnStage() && (presenter || from === SERVER)) {
      place = undefined
      post({ kind: 'ask' })
    }
  }

  function takeOver(message: Message) {
    const isOverruled = message.overrules && (isMemory || message.link)
    const known = <Value>(own: Stamped<Value> | undefined) =>
      own && isOverruled ? { ...own, stamp: { count: 0, by: NOBODY } } : own
    if (message.timer && isNewer(message.timer, known(timer))) {
      timer = message.timer
      window.setTimer(timer.value)
    }
    if (!window.receives() || !(isLed() || window.isAudience()))
      return
    if (message.screen && isNewer(message.screen, known(screen))) {
      screen = message.screen
      window.setScreen(screen.value)
    }
    place = known(place)
    isMemory &&= !isOverruled
    if (message.place && isNewer(message.place, place)) {
      place = message.place
      window.show(place.value)
    }
  }

  return {
    get place() {
      return place
    },
    get timer() {
      return timer
    },
    get screen() {
      return screen
    },
    get isLed() {
      return isLed()
    },
    get count() {
      return count
    },
    ask: () => post({ kind: 'ask' }),
    move(value) {
      if (!window.sends())
        return
      place = stamped(value)
      post({ kind: 'moved', place })
      window.onChange()
    },
    settle(value) {
      if (!place || (place.stamp.count === 0 && place.stamp.by === window.id))
        place = { value, stamp: { count: 0, by: window.id } }
      else
        window.show(place.value)
    },
    setTimer(value) {
      timer = stamped(value)
      post({ kind: 'moved', timer })
      window.onChange()
    },
    setScreen(value) {
      screen = stamped(value)
      post({ kind: 'moved', screen })
      window.onChange()
    },
    receive(message) {
      count = Math.max(count, message.count)
      presenters[message.presenter ? 'add' : 'delete'](message.from)
      if (message.kind === 'ask')
        answer(message)
      if (message.kind === 'moved' || (message.kind === 'tell' && message.to === window.id))
        takeOver(message)
      window.onChange()
    },
    moveCursor: cursor => post({ kind: 'cursor', cursor }),
    leave: () => post({ kind: 'bye', presenter: false }),
  }
}
