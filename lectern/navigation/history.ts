import type { RouteLocationResolved, Router } from 'vue-router'
import { areStageNeighbours } from '../presenter/stage'

/** Entries that are written at once; from then on one in `PAUSE`, the last one. WebKit takes 100 in 30 s, others more. */
const AT_ONCE = 60
const PAUSE = 1000

/**
 * Lets the deck move on where the browser does not write down each move: the router would load the page anew, and the
 * clock would be lost. Where it refuses all, the address stays; where it refuses many in a short time, the address
 * follows up to a second later.
 */
export function mendHistory(): void {
  try {
    history.replaceState(history.state, '')
    spareHistory()
  }
  catch {
    history.pushState = history.replaceState = () => {}
  }
}

function spareHistory(): void {
  type Entry = Parameters<History['replaceState']>
  const push = history.pushState.bind(history)
  const replace = history.replaceState.bind(history)
  let left = AT_ONCE
  let counted = performance.now()
  let waiting: Entry | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function mayWrite(): boolean {
    const now = performance.now()
    left = Math.min(AT_ONCE, left + (now - counted) / PAUSE)
    counted = now
    return left >= 1
  }

  /** @returns whether the browser took it */
  function write(how: typeof push, entry: Entry): boolean {
    left = Math.max(0, left - 1)
    try {
      how(...entry)
      return true
    }
    catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'SecurityError')
        throw error
      return false
    }
  }

  function catchUp() {
    clearTimeout(timer)
    timer = undefined
    const entry = waiting
    waiting = undefined
    if (entry && !(mayWrite() && write(replace, entry))) {
      waiting = entry
      timer = setTimeout(catchUp, PAUSE)
    }
  }

  history.replaceState = (...entry) => {
    waiting = entry
    if (timer === undefined)
      catchUp()
  }
  history.pushState = (...entry) => {
    // A jump comes after the place that it left.
    if (waiting)
      write(replace, waiting)
    waiting = undefined
    if (!write(push, entry))
      history.replaceState(...entry)
  }
  // The entry that it belonged to has been left.
  window.addEventListener('popstate', () => waiting = undefined)
}

/**
 * Lets a step to the next slide or the previous one, of the deck or of the talk, take the place of the one before in the
 * browser’s history, as steps within a slide do: Back then leads to where the reader came from, or jumped from, however
 * many slides lie between.
 * @param numberOf a slide’s number, by its alias or number in an address
 */
export function stepInPlace(router: Router, numberOf: (slide: string) => number | undefined): void {
  const push = router.push
  const place = ({ name, params }: Pick<RouteLocationResolved, 'name' | 'params'>) =>
    ({ name, no: typeof params.no === 'string' ? numberOf(params.no) : undefined })
  router.push = (to) => {
    const here = place(router.currentRoute.value)
    const there = place(router.resolve(to))
    const isNext = Math.abs((here.no ?? Number.NaN) - (there.no ?? Number.NaN)) === 1 || areStageNeighbours(here.no, there.no)
    const isStep = here.name === there.name && isNext
    return isStep ? router.replace(to) : push(to)
  }
}
