export interface Timing {
  mode: 'countdown' | 'stopwatch'
  isStopped: boolean
  /** Seconds since the start, pauses left out. Below 0 where the clock of the machine that started it is ahead. */
  passed: number
  /** Whole seconds that the deck’s `duration` plans. */
  planned: number
}

export interface Clock {
  /** Such as `4:17`, `1:04:17`, `−4:17` over time in a countdown, `-:--` for a stopwatch that has not run. */
  text: string
  /** Whether at least a second more than planned has passed. */
  isOver: boolean
  /** Of the planned time that has passed, in per cent from 0 to 100. */
  share: number
}

/** What the timer shows. A countdown rests at `0:00` for the second in which it ends. */
export function clockOf({ isStopped, mode, passed, planned }: Timing): Clock {
  const gone = isStopped ? 0 : Math.max(Math.floor(passed), 0)
  const isDown = mode === 'countdown'
  return {
    text: isStopped && !isDown ? '-:--' : formatSeconds(isDown ? planned - gone : gone),
    isOver: gone > planned,
    share: isStopped ? 0 : Math.min(Math.max(passed / planned, 0), 1) * 100,
  }
}

/** Whole seconds as `m:ss`, from an hour on as `h:mm:ss`, below zero with a minus sign in front. */
export function formatSeconds(seconds: number): string {
  const size = Math.abs(seconds)
  const hours = Math.floor(size / 3600)
  const minutes = Math.floor(size / 60) % 60
  const padded = (value: number): string => String(value).padStart(2, '0')
  return `${seconds < 0 ? '\u2212' : ''}${hours > 0 ? `${hours}:${padded(minutes)}` : minutes}:${padded(size % 60)}`
}
