/* What the windows of a talk tell each other. */
import type { Place } from '../shell/place'

/** Name of the messages between windows and development server. */
export const PLACE_EVENT = 'deck:place'

/** A place of the talk, as its windows tell it to each other. */
export interface StagePlace extends Place {
  /** Steps after the first, as far as the window that moved knew them: the view of the notes draws its progress by them. */
  total: number
}

/** Slidev’s clock of the talk; times are milliseconds since 1970 on this machine. */
export interface Timer {
  status: 'stopped' | 'running' | 'paused'
  slides: Record<number, { start?: number, end?: number }>
  startedAt: number
  pausedAt: number
}

/** What the windows of a talk do besides showing its place. */
export interface Screen {
  /** Covers every slide that an audience sees. */
  blank?: 'black' | 'white'
  /** A part of the slide that is shown larger. */
  zoom?: Zoom
  /** Aliases or numbers of slides that this talk leaves out, to be in time again. */
  skipped: string[]
}

/** A part of a slide that fills it. */
export interface Zoom {
  /** Its middle, in hundredths of the slide. */
  x: number
  y: number
  /** How many times larger it is shown, above 1. */
  scale: number
}

/** Where Slidev’s presenter view has its pointer, in hundredths of the slide. */
export interface Cursor {
  x: number
  y: number
  style?: 'cursor' | 'laser'
}

/**
 * When something was set, without a clock: machines need not agree on the time. Who sets something counts one on from
 * the highest number that it has seen (a Lamport clock). 0 is what an address said, which nobody chose for the others.
 */
export interface Stamp {
  count: number
  /** The window that set it. */
  by: string
}

export interface Stamped<Value> {
  value: Value
  stamp: Stamp
}

/** What a window has of the talk; nothing of what nobody has set yet. */
export interface Holdings {
  place?: Stamped<StagePlace>
  timer?: Stamped<Timer>
  screen?: Stamped<Screen>
}

export interface Message extends Holdings {
  /**
   * `ask`: what is the place? `tell` answers one window that asked. `moved`: somebody has set place, timer or screen. `cursor`:
   * the pointer has moved. `bye`: the window closes.
   */
  kind: 'ask' | 'tell' | 'moved' | 'cursor' | 'bye'
  from: string
  /** Of a `tell`: whom it answers. */
  to?: string
  /** Whether the sender is a presenter view. */
  presenter: boolean
  /** The highest count that the sender has seen. */
  count: number
  /**
   * Of a `tell`: goes before what the window remembers from before it was loaded; from the server, also before what the
   * window set while it was alone.
   */
  overrules?: boolean
  /** Between a window and the development server. */
  link?: {
    /** Time of the server, in milliseconds: of its messages its own, of others the last that the window has heard. */
    time: number
    /** Of an `ask`: the window was just loaded, or has been alone. Of a `tell`: it answers such a question. */
    joins?: boolean
    /** Of a window on another machine: the pass key of its address. */
    key?: string
    /** Of a `tell`: how many windows the server knows, this one among them. */
    windows?: number
    /** Of a `tell`: whether the window may move the others. */
    drives?: boolean
  }
  cursor?: Cursor | null
}
