import type { ViteHotContext } from 'vite/types/hot.js'
import { readonly, ref, type Ref } from 'vue'
import { PLACE_EVENT, type Message, type Timer } from './stageMessages'

/** Milliseconds between two questions to the server, by which a window also learns that it is alone. */
const BEAT = 1500

/** Questions in a row without an answer after which a window is alone. */
const SILENCE = 3

/** The connection of a window to the development server. */
export interface ServerLink {
  post: (message: Message) => void
  /** Asks now and then, and hands on what the server says. */
  start: (receive: (message: Message) => void, ask: () => void) => void
  /** Whether the server lets this window move the others. */
  drives: Readonly<Ref<boolean>>
  /** How many windows the server knows, this one among them. */
  windows: Readonly<Ref<number>>
  /** Whether the others hear nothing of this window. */
  isAlone: Readonly<Ref<boolean>>
}

/** A message with the times of its timer moved, by milliseconds. */
function shifted(message: Message, by: number): Message {
  const { timer } = message
  if (!timer)
    return message
  const move = (time: number) => time && time + by
  const value: Timer = { ...timer.value, startedAt: move(timer.value.startedAt), pausedAt: move(timer.value.pausedAt) }
  return { ...message, timer: { ...timer, value } }
}

/**
 * Joins the windows of the development server over the connection that Vite has to each of them. While that is cut, what a person
 * does counts in this window alone; Vite loads the page anew once a closed connection can be opened again.
 *
 * Timers travel in the time of the server: clocks of two machines differ.
 * @param key the pass key of the remote control, where the address has it
 */
export function linkToServer(hot: ViteHotContext, key?: string): ServerLink {
  const isAlone = ref(false)
  let isOpen = true
  let isJoined = false
  const drives = ref(true)
  const windows = ref(1)
  let unanswered = 0
  /** Time of the server when it was last heard. */
  let heard = 0
  /** By how many milliseconds the server’s clock is before this one; known best by the fastest answer. */
  let offset = 0
  let fastest = Infinity
  let askedAt = 0

  function measure(serverTime: number) {
    const now = Date.now()
    if (now - askedAt > fastest)
      return
    fastest = now - askedAt
    offset = Math.round(serverTime - (askedAt + now) / 2)
  }

  function beAlone() {
    isAlone.value = true
    isJoined = false
  }

  return {
    isAlone: readonly(isAlone),
    drives: readonly(drives),
    windows: readonly(windows),
    post(message) {
      if (!isOpen)
        return
      const asks = message.kind === 'ask'
      if (asks)
        askedAt = Date.now()
      // An answer to the server may go out before, a move may not: it would come after those of the others.
      else if (!isJoined && message.kind !== 'tell')
        return
      hot.send(PLACE_EVENT, { ...shifted(message, offset), link: { time: heard, joins: asks && !isJoined, key } } satisfies Message)
    },
    start(receive, ask) {
      hot.on('vite:ws:disconnect', () => {
        isOpen = false
        beAlone()
      })
      hot.on(PLACE_EVENT, (message: Message) => {
        const { joins, time = 0 } = message.link ?? {}
        heard = time
        if (message.kind === 'tell') {
          unanswered = 0
          isAlone.value = false
          isJoined ||= !!joins
          drives.value = !!message.link?.drives
          windows.value = message.link?.windows ?? 1
          measure(time)
        }
        receive(shifted(message, -offset))
      })
      setInterval(() => {
        unanswered += 1
        if (unanswered > SILENCE)
          beAlone()
        ask()
      }, BEAT)
    },
  }
}
