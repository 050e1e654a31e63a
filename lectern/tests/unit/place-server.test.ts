import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ViteHotContext } from 'vite/types/hot.js'
import { linkToServer } from '../../presenter/serverLink'
import { sharePlace } from '../../presenter/sharedPlace'
import type { Holdings, Message, Screen, StagePlace, Timer } from '../../presenter/stageMessages'
import { createHub, isFromHere, type Client, type Hub } from '../../presenter/place-plugin'

interface Options {
  presenter?: boolean
  /** Whether it is a window of notes. */
  notes?: boolean
  here?: string
  remembered?: Holdings
  /** Whether it is on another device than the server. */
  remote?: boolean
  /** The pass key in its address. */
  key?: string
  /** By how many milliseconds its clock is before that of the server. */
  ahead?: number
}

const place = (alias: string): StagePlace => ({ alias, step: 0, total: 0 })
const running = (startedAt: number): Timer => ({ status: 'running', slides: {}, startedAt, pausedAt: 0 })

let opened = 0

/** A window with its connection to the server, which can be lost without a word, as that of a phone is. */
class Device {
  place: string
  timer?: Timer
  screen?: Screen
  private isCut = false
  private readonly late: (() => void)[] = []
  private readonly listeners = new Map<string, (data: never) => void>()
  readonly client: Client
  readonly stage
  readonly link

  constructor(private readonly hub: Hub, { ahead = 0, here = 'cover', key, notes = false, presenter = false, remembered, remote = false }: Options = {}) {
    this.place = here
    this.client = { isLocal: !remote, send: message => this.carry(() => this.hear('deck:place', structuredClone(message))) }
    const hot = {
      on: (event: string, listener: (data: never) => void) => this.listeners.set(event, listener),
      send: (_: string, message: Message) => this.carry(() => hub.receive(this.client, structuredClone(message))),
    }
    const now = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
    this.link = linkToServer(hot as unknown as ViteHotContext, key)
    this.stage = sharePlace({
      id: `${opened += 1}`,
      isPresenter: () => presenter,
      isOnStage: () => !notes,
      isAudience: () => notes || !this.link.drives.value,
      sends: () => this.link.drives.value,
      receives: () => true,
      post: this.inItsTime(now, ahead, this.link.post),
      show: ({ alias }) => this.place = alias,
      setScreen: screen => this.screen = screen,
      setTimer: timer => this.timer = timer,
      onChange: () => {},
    }, { here: notes ? undefined : place(here), ...remembered })
    this.link.start(this.inItsTime(now, ahead, message => this.stage.receive(message)), this.stage.ask)
    vi.mocked(Date.now).mockRestore()
    this.stage.ask()
  }

  private inItsTime<Args extends unknown[]>(now: () => number, ahead: number, work: (...args: Args) => void) {
    return (...args: Args) => {
      const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
      work(...args)
      clock.mockRestore()
    }
  }

  private hear(event: string, data?: Message): void {
    this.listeners.get(event)?.(data as never)
  }

  private carry(what: () => void): void {
    if (this.isCut)
      this.late.push(what)
    else
      what()
  }

  /** Nothing gets through, either way, and nobody is told. */
  cut(): void {
    this.isCut = true
  }

  /** All that waited gets through. */
  mend(): void {
    this.isCut = false
    this.late.splice(0).forEach(carry => carry())
  }

  /** The connection is closed: both sides learn it. */
  close(): void {
    this.isCut = true
    this.hub.leave(this.client)
    this.hear('vite:ws:disconnect')
  }

  press(to: string): void {
    this.place = to
    this.stage.move(place(to))
  }

  get memory(): Holdings {
    return structuredClone({ place: this.stage.place, timer: this.stage.timer })
  }
}

let hub: Hub
const open = (options?: Options) => new Device(hub, options)
const places = (...devices: Device[]) => devices.map(device => device.place)

beforeEach(() => {
  vi.useFakeTimers()
  hub = createHub()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a phone whose connection is lost', () => {
  it('says that it is alone, and goes where the others are when it comes back', () => {
    const [desk, wall, phone] = [open({ presenter: true }), open(), open({ presenter: true, remote: true })]
    phone.press('safety')
    expect(places(desk, wall)).toEqual(['safety', 'safety'])
    phone.cut()
    desk.press('control')
    vi.advanceTimersByTime(10_000)
    expect(phone.link.isAlone.value).toBe(true)
    expect(desk.link.isAlone.value).toBe(false)
    phone.mend()
    vi.advanceTimersByTime(5000)
    expect(phone.link.isAlone.value).toBe(false)
    expect(places(desk, wall, phone)).toEqual(['control', 'control', 'control'])
  })

  it.each([1000, 10_000, 600_000])('moves nobody with what was pressed on it meanwhile, for %i ms', (gap) => {
    const [desk, wall, phone] = [open({ presenter: true }), open(), open({ presenter: true, remote: true })]
    desk.press('both')
    phone.cut()
    vi.advanceTimersByTime(8000)
    for (const press of ['a', 'b', 'c', 'd'])
      phone.press(press)
    desk.press('control')
    vi.advanceTimersByTime(gap)
    phone.mend()
    vi.advanceTimersByTime(5000)
    expect(places(desk, wall, phone)).toEqual(['control', 'control', 'control'])
    phone.press('safety')
    expect(places(desk, wall)).toEqual(['safety', 'safety'])
  })

  it('is not followed by what it sent before it knew', () => {
    const [desk, wall, phone] = [open({ presenter: true }), open(), open({ presenter: true, remote: true })]
    phone.cut()
    for (const press of ['a', 'b', 'c', 'd'])
      phone.press(press)
    desk.press('control')
    vi.advanceTimersByTime(30_000)
    phone.mend()
    vi.advanceTimersByTime(5000)
    expect(places(desk, wall, phone)).toEqual(['control', 'control', 'control'])
  })

  it('is led back to the place also where nobody has moved meanwhile', () => {
    const phone = open({ presenter: true, remote: true, here: 'safety' })
    const desk = open({ presenter: true })
    vi.advanceTimersByTime(40_000)
    phone.cut()
    vi.advanceTimersByTime(9000)
    phone.press('control')
    phone.mend()
    vi.advanceTimersByTime(5000)
    expect(places(desk, phone)).toEqual(['safety', 'safety'])
  })

  it('is loaded anew and asks', () => {
    const [desk, wall, phone] = [open({ presenter: true }), open(), open({ presenter: true, remote: true })]
    desk.press('safety')
    phone.close()
    expect(phone.link.isAlone.value).toBe(true)
    phone.press('x')
    phone.press('y')
    desk.press('control')
    const back = open({ presenter: true, remote: true, here: phone.place, remembered: phone.memory })
    expect(places(desk, wall, back)).toEqual(['control', 'control', 'control'])
  })
})

describe('who moves whom', () => {
  it('presenter views and windows on the machine that serves move all, the audience follows', () => {
    const wall = open()
    const audience = open({ remote: true })
    wall.press('both')
    expect(places(wall, audience)).toEqual(['both', 'both'])
    audience.press('contents')
    expect(places(wall, audience)).toEqual(['both', 'contents'])
    const phone = open({ remote: true, presenter: true })
    expect(phone.place).toBe('both')
    phone.press('control')
    expect(places(wall, audience)).toEqual(['control', 'control'])
    wall.press('safety')
    expect(places(phone, audience)).toEqual(['safety', 'safety'])
  })

  it('with a pass key, a presenter view of another machine leads where it has that, and else is one of the audience', () => {
    hub = createHub(Date.now, 'secret')
    const [desk, wall] = [open({ presenter: true }), open()]
    desk.press('both')
    const [stranger, phone] = [open({ remote: true, presenter: true, key: 'guessed' }), open({ remote: true, presenter: true, key: 'secret' })]
    expect(places(stranger, phone)).toEqual(['both', 'both'])
    stranger.press('control')
    expect(places(desk, wall, phone)).toEqual(['both', 'both', 'both'])
    phone.press('safety')
    expect(places(desk, wall, stranger)).toEqual(['safety', 'safety', 'safety'])
  })

  it('a window on the machine that serves is independent while no presenter view is open', () => {
    const [one, other] = [open({ here: 'safety' }), open({ here: 'control' })]
    one.press('both')
    expect(other.place).toBe('control')
    const desk = open({ presenter: true })
    expect(places(desk, other)).toEqual(['both', 'control'])
    other.press('contents')
    expect(places(desk, one)).toEqual(['contents', 'contents'])
  })

  it.each([
    ['127.0.0.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    [Object.values(networkInterfaces()).flat().find(own => own && !own.internal)?.address ?? '127.0.0.2', {}, true],
    ['203.0.113.7', {}, false],
    [undefined, {}, false],
    ['127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }, false],
    ['::1', { 'cf-connecting-ip': '203.0.113.7' }, false],
  ])('a request from %s with %o is from here: %s', (remoteAddress, headers, expected) => {
    expect(isFromHere({ headers, socket: { remoteAddress } } as unknown as IncomingMessage)).toBe(expected)
  })
})

describe('the server', () => {
  it('keeps a black screen and what is left out for a window that comes later', () => {
    const desk = open({ presenter: true })
    desk.stage.setScreen({ blank: 'black', skipped: ['two'] })
    expect(open().screen).toEqual({ blank: 'black', skipped: ['two'] })
  })

  it('forgets a place whose windows are gone, and keeps the timer', () => {
    const desk = open({ presenter: true })
    desk.press('both')
    desk.stage.setTimer(running(Date.now()))
    desk.close()
    const next = open({ presenter: true, here: 'safety' })
    expect(next.place).toBe('safety')
    expect(next.timer?.status).toBe('running')
  })

  it('keeps the place while the desk is loaded anew, or closed', () => {
    const [desk, wall] = [open({ presenter: true }), open()]
    desk.press('both')
    desk.close()
    wall.press('contents')
    expect(open({ presenter: true }).place).toBe('contents')
  })

  it.each([false, true])('has a window of notes follow what opens (on another device: %s)', (remote) => {
    const notes = open({ notes: true, remote })
    const desk = open({ presenter: true, here: 'safety' })
    expect(notes.place).toBe('safety')
    desk.press('both')
    desk.close()
    const next = open({ presenter: true, here: 'control' })
    expect(places(notes, next)).toEqual(['control', 'control'])
  })

  it('that was started anew takes the newest place that a window remembers', () => {
    const [desk, wall] = [open({ presenter: true }), open()]
    desk.press('both')
    desk.close()
    wall.close()
    wall.press('contents')
    hub = createHub()
    const deskAgain = open({ presenter: true, here: 'both', remembered: desk.memory })
    const wallAgain = open({ here: 'contents', remembered: wall.memory })
    expect(places(deskAgain, wallAgain)).toEqual(['contents', 'contents'])
  })

  it('takes nothing that is remembered once it knows the place', () => {
    const desk = open({ presenter: true })
    desk.press('both')
    const old: Holdings = { place: { value: place('control'), stamp: { count: 300, by: 'a' } } }
    expect(places(open({ here: 'control', remembered: old }), desk)).toEqual(['both', 'both'])
    vi.advanceTimersByTime(60_000)
    expect(places(open({ here: 'control', presenter: true, remembered: old }), desk)).toEqual(['both', 'both'])
    desk.press('contents')
    expect(desk.place).toBe('contents')
  })

  it('carries the timer between machines whose clocks differ', () => {
    const desk = open({ presenter: true })
    const phone = open({ presenter: true, remote: true, ahead: 120_000 })
    const now = Date.now()
    desk.stage.setTimer(running(now - 60_000))
    expect(phone.timer).toMatchObject({ status: 'running', startedAt: now + 60_000 })
    phone.stage.setTimer({ status: 'paused', slides: {}, startedAt: now + 60_000, pausedAt: now + 120_000 })
    expect(desk.timer).toMatchObject({ status: 'paused', startedAt: now - 60_000, pausedAt: now })
  })

  it('passes the pointer on, but not that of the audience', () => {
    const sent: Message[] = []
    const listener: Client = { isLocal: true, send: message => sent.push(message) }
    const say = (client: Client, presenter: boolean) => hub.receive(client, { kind: 'cursor', from: 'x', presenter, count: 1, cursor: { x: 1, y: 2 } })
    hub.receive(listener, { kind: 'ask', from: 'y', presenter: false, count: 1 })
    sent.length = 0
    say({ isLocal: false, send: () => {} }, false)
    expect(sent).toEqual([])
    say({ isLocal: false, send: () => {} }, true)
    expect(sent).toMatchObject([{ kind: 'cursor', cursor: { x: 1, y: 2 } }])
  })

  it.each([
    null,
    'moved',
    {},
    { kind: 'moved', from: 1, presenter: true, count: 1 },
    { kind: 'moved', from: 'x', presenter: true, count: '1' },
    { kind: 'moved', from: 'x', presenter: true, count: 1e300 },
    { kind: 'moved', from: 'x', presenter: true, count: 1, place: 5 },
    { kind: 'moved', from: 'x', presenter: true, count: 1, place: { value: null, stamp: { count: 1, by: 'x' } } },
    { kind: 'moved', from: 'x', presenter: true, count: 1, place: { value: place('x'), stamp: { count: 'many', by: 'x' } } },
    { kind: 'moved', from: 'x', presenter: true, count: 1, timer: { value: {}, stamp: { count: 1, by: 'x' } } },
  ])('is not upset by %j', (data) => {
    const desk = open({ presenter: true })
    hub.receive({ isLocal: true, send: () => {} }, data)
    desk.press('both')
    expect(open({ presenter: true }).place).toBe('both')
  })
})
