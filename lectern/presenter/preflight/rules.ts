/*
 * What is looked at in the minutes before a talk, and what each finding means. Rules alone: facts.ts collects the facts.
 */

import { formatSeconds } from '../clock'

/** What only the development server knows. */
export interface ServerFacts {
  /** The slides PDF, where one was exported: when, and whether nothing of the deck is newer. Times in milliseconds since 1970. */
  pdf?: { name: string, made: number, isNewer: boolean }
  /** Names under which the remote control answers; none of them without `--remote`. */
  remote?: string[]
  /** It has told nothing: it does so to its own machine alone, and where the deck has no mistake. */
  isSilent?: boolean
}

/** What this browser, this window and the deck are like. */
export interface Facts {
  /** Fonts that the deck brings, fallbacks left out, and those of them that could not be loaded. */
  fonts: string[]
  missingFonts: string[]
  /** Other windows of the talk that have answered. */
  others: number
  /** Of the development server; undefined in a built site. */
  server?: ServerFacts
  /** Whether the window has lost that server. */
  isAlone: boolean
  /** Whether the site is kept for use without a network; undefined where the server runs on this machine. */
  isOffline?: boolean
  /** Other hosts from which parts of the page came. */
  foreign: string[]
  /** PDFs that the site offers. */
  downloads: string[]
  /** In pixels of CSS; `ratio` is how many of the screen’s one of these takes, `aspect` that of the slides. */
  screen: { width: number, height: number, ratio: number, aspect: number }
  /** Seconds: the sum of the slides’ minutes, and what the clock counts down. */
  planned: number
  duration: number
  slides: number
  /** Titles of slides of the talk that have no note. */
  withoutNotes: string[]
  keepsPlace: boolean
  staysAwake: boolean
  /** Keys that were pressed on this page. */
  pressed: readonly string[]
}

export type CheckState = 'passed' | 'failed' | 'look'

export interface Check {
  id: string
  title: string
  /** `look`: nobody but the speaker can tell. */
  state: CheckState
  /** What was found. */
  found: string
  /** What to do about it, where there is something. */
  todo?: string
}

/** What the keys of clickers do. */
export const CLICKER_KEYS: Record<string, string> = {
  'PageDown': 'next',
  'ArrowRight': 'next',
  'ArrowDown': 'next slide',
  ' ': 'next',
  'Enter': 'nothing',
  'PageUp': 'back',
  'ArrowLeft': 'back',
  'ArrowUp': 'slide before',
  '.': 'black',
  'b': 'black',
  ',': 'white',
  'w': 'white',
  'F5': 'nothing, while the clock runs',
  'Escape': 'shows the slide again',
}

const NEXT = ['PageDown', 'ArrowRight', ' ', 'ArrowDown']
const BACK = ['PageUp', 'ArrowLeft', 'ArrowUp']

/** Share by which the sum of the minutes may differ from the clock. */
const CLOSE = 0.05

/** Aspects are the same up to this share. */
const SAME = 0.01

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

function fonts({ fonts, missingFonts }: Facts): Check {
  const check = { id: 'fonts', title: 'Fonts' }
  if (missingFonts.length > 0)
    return { ...check, state: 'failed', found: `${missingFonts.join(', ')} did not load`, todo: 'Load the page anew; if that does not help, take another browser.' }
  return fonts.length > 0
    ? { ...check, state: 'passed', found: `${fonts.join(', ')} loaded` }
    : { ...check, state: 'look', found: 'The deck brings none', todo: 'See on the wall that its letters are the ones you expect.' }
}

function windows({ isAlone, others, server }: Facts): Check {
  const check = { id: 'windows', title: 'Windows hear each other' }
  if (isAlone)
    return { ...check, state: 'failed', found: 'The server does not answer', todo: 'Start it again, and this page goes on.' }
  return others > 0
    ? { ...check, state: 'passed', found: `${count(others, 'other window')} of the talk ${server ? others === 1 ? 'is connected' : 'are connected' : 'answered'}` }
    : { ...check, state: 'failed', found: 'No other window of the talk answered', todo: `Open the slides on the wall${server ? '' : ', in this browser and profile'}, then check again.` }
}

function remote({ server }: Facts): Check[] {
  if (!server)
    return []
  const check = { id: 'remote', title: 'Remote control' }
  if (server.isSilent)
    return [{ ...check, state: 'look', found: 'The server does not say', todo: 'Open this page on the machine that serves, and see that the deck has no mistake.' }]
  if (!server.remote)
    return [{ ...check, state: 'look', found: 'Not started', todo: 'If a phone is to lead, start with --remote.' }]
  return [server.remote.length > 0
    ? { ...check, state: 'passed', found: `Answers at ${server.remote.join(', ')}` }
    : { ...check, state: 'failed', found: 'No address of this machine answers', todo: 'Join the network that the phone is in.' }]
}

function offline({ foreign, isOffline }: Facts): Check {
  const check = { id: 'offline', title: 'Without a network' }
  if (foreign.length > 0)
    return { ...check, state: 'look', found: `Parts of the page come from ${foreign.join(', ')}`, todo: 'Turn the network off, and see what is missing.' }
  if (isOffline === undefined)
    return { ...check, state: 'passed', found: 'The slides come from this machine' }
  return isOffline
    ? { ...check, state: 'passed', found: 'All slides and pages are kept in this browser' }
    : { ...check, state: 'failed', found: 'This browser has not kept the site', todo: 'Load the page once more over https; in a private window it cannot.' }
}

function screen({ screen: { aspect, height, ratio, width } }: Facts): Check {
  const check = { id: 'screen', title: 'Screen' }
  const found = `${Math.round(width * ratio)} × ${Math.round(height * ratio)} pixels${ratio === 1 ? '' : `, scaled to ${Math.round(ratio * 100)} %`}`
  if (Math.abs(width / height / aspect - 1) < SAME)
    return { ...check, state: 'passed', found: `${found}, filled by the slides` }
  const bars = width / height > aspect ? 'at the sides' : 'above and below'
  return { ...check, state: 'look', found: `${found}: bars ${bars}, nothing cut`, todo: 'This is the screen on which this window stands: move it to the wall’s, and check again.' }
}

function notes({ duration, planned, slides, withoutNotes }: Facts): Check {
  const check = { id: 'notes', title: 'Notes and time' }
  const found = `${count(slides, 'slide')}, ${formatSeconds(Math.round(planned))} planned, the clock counts ${formatSeconds(duration)}`
  const isFar = planned > 0 && Math.abs(planned / duration - 1) > CLOSE
  const lack = withoutNotes.length > 0 ? `; no notes on ${withoutNotes.map(title => `“${title}”`).join(', ')}` : ', notes on all'
  return {
    ...check,
    state: isFar || withoutNotes.length > 0 ? 'look' : 'passed',
    found: found + lack,
    ...isFar && { todo: 'Is this the talk that you want to give? --cut chooses another length.' },
  }
}

function pdf({ downloads, server }: Facts): Check {
  const check = { id: 'pdf', title: 'A PDF to fall back on' }
  if (server?.pdf) {
    const { isNewer, made, name } = server.pdf
    const found = `${name}, made ${new Date(made).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}`
    return isNewer
      ? { ...check, state: 'passed', found, todo: 'Have it on a stick, too.' }
      : { ...check, state: 'failed', found: `${found}, and the deck is newer`, todo: 'Export it again.' }
  }
  return downloads.length > 0
    ? { ...check, state: 'passed', found: downloads.join(', '), todo: 'Download it: a link is no help without a network.' }
    : { ...check, state: 'failed', found: 'None was found', todo: 'Export the slides: lectern export slides.' }
}

function clicker({ pressed }: Facts): Check {
  const check = { id: 'clicker', title: 'Clicker' }
  const found = pressed.length === 0
    ? 'Press each of its buttons'
    : pressed.map(key => `${key === ' ' ? 'Space' : key}: ${CLICKER_KEYS[key] ?? 'nothing in the presenter view'}`).join('; ')
  const knows = (keys: readonly string[]): boolean => pressed.some(key => keys.includes(key))
  return { ...check, state: knows(NEXT) && knows(BACK) ? 'passed' : 'look', found }
}

function browser({ keepsPlace, staysAwake }: Facts): Check {
  const check = { id: 'browser', title: 'This browser' }
  const lacks = [
    ...keepsPlace ? [] : ['It keeps nothing, so a reload forgets the clock'],
    ...staysAwake ? [] : ['It cannot keep the screen awake'],
  ]
  return lacks.length > 0
    ? { ...check, state: 'failed', found: lacks.join('. '), todo: 'Allow storage, open the page over https or localhost, and set the machine never to sleep.' }
    : { ...check, state: 'passed', found: 'Remembers the clock, and keeps the screen awake' }
}

const ROOM: Check = {
  id: 'room',
  title: 'Machine and room',
  state: 'look',
  found: 'No page can see these',
  todo: 'Sound off. Notifications off. Power plugged in. The other screen extends this one, and does not mirror it.',
}

/** All checks, in the order in which a speaker goes through them. */
export function checksOf(facts: Facts): Check[] {
  return [windows(facts), screen(facts), fonts(facts), notes(facts), clicker(facts), ...remote(facts), offline(facts), browser(facts), pdf(facts), ROOM]
}
