import { beforeEach, describe, expect, it } from 'vitest'
import { isNewer, sharePlace } from '../../presenter/sharedPlace'
import type { Holdings, Message, Screen, StagePlace } from '../../presenter/stageMessages'

interface Options {
  presenter?: boolean
  here?: string
  remembered?: Holdings
  audience?: boolean
  /** Whether it is a window of notes. */
  notes?: boolean
}

const place = (text: string): StagePlace => {
  const [alias = '', step = '0'] = text.split('+')
  return { alias, step: Number(step), total: 5 }
}

/** The windows of one browser; messages wait until they are delivered. */
class Browser {
  private readonly windows: Window[] = []
  private readonly waiting: { to: Window, message: Message }[] = []
  readonly sent: Message[] = []

  post(from: Window, message: Message): void {
    this.sent.push(message)
    for (const to of this.windows) {
      if (to !== from)
        this.waiting.push({ to, message: structuredClone(message) })
    }
  }

  open(options: Options = {}): Window {
    const window = new Window(this, `${this.windows.length}-of-the-browser`, options)
    this.windows.push(window)
    window.stage.ask()
    return window
  }

  close(window: Window): void {
    window.stage.leave()
    this.windows.splice(this.windows.indexOf(window), 1)
  }

  /** @param order picks the next message of those that wait; the browser keeps the order of each sender */
  deliver(order: (most: number) => number = () => 0): void {
    while (this.waiting.length) {
      const picked = this.waiting[order(this.waiting.length)]!
      const first = this.waiting.findIndex(({ message, to }) => to === picked.to && message.from === picked.message.from)
      const [{ message, to }] = this.waiting.splice(first, 1) as [typeof picked]
      if (this.windows.includes(to))
        to.stage.receive(message)
    }
  }
}

class Window {
  place: string
  readonly shown: string[] = []
  timer = 'stopped'
  screen?: Screen
  presenter: boolean
  receives = true
  readonly stage

  constructor(browser: Browser, id: string, { audience = false, here = 'cover', notes = false, presenter = false, remembered }: Options) {
    this.place = here
    this.presenter = presenter
    this.stage = sharePlace({
      id,
      isPresenter: () => this.presenter,
      isOnStage: () => !notes,
      isAudience: () => audience || notes,
      sends: () => this.presenter || !audience,
      receives: () => this.receives,
      post: message => browser.post(this, message),
      show: ({ alias, step }) => {
        this.place = step ? `${alias}+${step}` : alias
        this.shown.push(this.place)
      },
      setScreen: screen => this.screen = screen,
      setTimer: ({ status }) => this.timer = status,
      onChange: () => {},
    }, { here: notes ? undefined : place(here), ...remembered })
  }

  press(to: string): void {
    this.place = to
    this.stage.move(place(to))
  }

  /** What its window keeps while it is loaded anew. */
  get memory(): Holdings {
    return structuredClone({ place: this.stage.place, timer: this.stage.timer })
  }
}

let browser: Browser
beforeEach(() => {
  browser = new Browser()
})

describe('a window that opens', () => {
  it('takes the place of the talk and moves nobody', () => {
    const wall = browser.open({ here: 'comparison+1' })
    const desk = browser.open({ presenter: true, here: 'comparison' })
    browser.deliver()
    expect([wall.place, desk.place]).toEqual(['comparison+1', 'comparison+1'])
    const tab = browser.open({ here: 'cover' })
    browser.deliver()
    expect([wall, desk, tab].map(({ place }) => place)).toEqual(Array(3).fill('comparison+1'))
    expect([...wall.shown, ...desk.shown.slice(1)]).toEqual([])
  })

  it('sends no place of its own', () => {
    browser.open({ presenter: true, here: 'safety' })
    browser.open({ here: 'cover' })
    browser.deliver()
    expect(browser.sent.filter(({ kind }) => kind === 'moved')).toEqual([])
    expect(browser.sent.filter(({ kind }) => kind === 'ask').map(({ place }) => place)).toEqual([undefined, undefined])
  })

  it('agrees with one that opens at the same moment', () => {
    const windows = [browser.open({ presenter: true, here: 'safety' }), browser.open({ here: 'control' })]
    browser.deliver(most => most - 1)
    expect(windows.map(({ place }) => place)).toEqual(['safety', 'safety'])
  })

  it('gets the timer, and one that was loaded anew alone still has it', () => {
    const desk = browser.open({ presenter: true })
    desk.stage.setTimer({ status: 'running', slides: {}, startedAt: 1, pausedAt: 0 })
    const wall = browser.open()
    browser.deliver()
    expect(wall.timer).toBe('running')
    const { memory } = desk
    browser.close(desk)
    browser.close(wall)
    const again = browser.open({ presenter: true, remembered: memory })
    browser.deliver()
    expect(again.stage.timer?.value.status).toBe('running')
  })

  it('does not bring back the timer of another day', () => {
    const desk = browser.open({ presenter: true })
    desk.stage.setTimer({ status: 'running', slides: {}, startedAt: 1, pausedAt: 0 })
    const yesterday: Holdings = {
      place: { value: place('cover'), stamp: { count: 300, by: 'a' } },
      timer: { value: { status: 'paused', slides: {}, startedAt: 1, pausedAt: 2 }, stamp: { count: 300, by: 'a' } },
    }
    desk.press('both')
    const old = browser.open({ remembered: yesterday })
    browser.deliver()
    expect([desk.timer, old.timer]).toEqual(['stopped', 'running'])
    expect([desk.place, old.place]).toEqual(['both', 'both'])
  })
})

describe('a move', () => {
  it('goes to all windows, whichever side makes it, and comes back from none', () => {
    const desk = browser.open({ presenter: true })
    const wall = browser.open()
    browser.deliver()
    wall.shown.length = 0
    desk.press('both')
    browser.deliver()
    wall.press('contents')
    browser.deliver()
    expect([desk.place, wall.place]).toEqual(['contents', 'contents'])
    expect([desk.shown, wall.shown]).toEqual([['contents'], ['both']])
    expect(browser.sent.filter(({ kind }) => kind === 'moved')).toHaveLength(2)
  })

  it('is not undone by what arrives late', () => {
    const desk = browser.open({ presenter: true })
    const wall = browser.open()
    browser.deliver()
    wall.press('wall')
    for (let step = 1; step <= 15; step += 1)
      desk.press(`desk+${step}`)
    browser.deliver()
    expect([desk.place, wall.place]).toEqual(['desk+15', 'desk+15'])
    expect(desk.shown).toEqual([])
  })

  it('ends at one place in all windows, in whatever order messages arrive', () => {
    let seed = 7
    const random = (most: number) => (seed = (seed * 48271) % 2147483647) % most
    for (let round = 0; round < 200; round += 1) {
      browser = new Browser()
      const windows = [browser.open({ presenter: true }), browser.open(), browser.open({ presenter: true }), browser.open()]
      browser.deliver()
      for (let press = 0; press < 20; press += 1) {
        windows[random(4)]!.press(`round-${round}+${press + 1}`)
        if (random(3) === 0)
          browser.deliver(random)
      }
      browser.deliver(random)
      windows[1]!.press(`last-${round}`)
      browser.deliver(random)
      expect(windows.map(({ place }) => place)).toEqual(Array(4).fill(`last-${round}`))
    }
  })

  it('ends at one place when two are made at once', () => {
    const desk = browser.open({ presenter: true })
    const wall = browser.open()
    browser.deliver()
    desk.press('both')
    wall.press('contents')
    browser.deliver()
    expect(desk.place).toBe(wall.place)
  })

  it('does not reach a window that is not to follow, and a window that is not to lead makes none', () => {
    const desk = browser.open({ presenter: true })
    const wall = browser.open()
    const audience = browser.open({ audience: true })
    wall.receives = false
    browser.deliver()
    desk.press('both')
    browser.deliver()
    audience.press('contents')
    browser.deliver()
    expect([desk.place, wall.place, audience.place]).toEqual(['both', 'cover', 'contents'])
    desk.press('comparison')
    browser.deliver()
    expect(audience.place).toBe('comparison')
  })
})

describe('a black screen', () => {
  const black: Screen = { blank: 'black', skipped: [] }

  it('goes to all windows of the talk, be it made at the desk or on the wall, and to one that comes later', () => {
    const [desk, wall] = [browser.open({ presenter: true }), browser.open()]
    browser.deliver()
    desk.stage.setScreen(black)
    browser.deliver()
    const later = browser.open()
    browser.deliver()
    expect([wall.screen, later.screen]).toEqual([black, black])
    wall.stage.setScreen({ skipped: [] })
    browser.deliver()
    expect([desk.screen, later.screen]).toEqual([{ skipped: [] }, { skipped: [] }])
  })

  it('stays in its own window where nobody presents', () => {
    const [one, other] = [browser.open(), browser.open()]
    browser.deliver()
    one.stage.setScreen(black)
    browser.deliver()
    expect(other.screen).toBeUndefined()
  })
})

describe('without a presenter view', () => {
  it('windows of readers are independent', () => {
    const [one, other] = [browser.open({ here: 'safety' }), browser.open({ here: 'control' })]
    browser.deliver()
    one.press('both')
    browser.deliver()
    expect([one.place, other.place]).toEqual(['both', 'control'])
    expect(one.stage.isLed).toBe(false)
  })

  it('the audience follows all the same', () => {
    const wall = browser.open()
    const audience = browser.open({ audience: true })
    browser.deliver()
    wall.press('both')
    browser.deliver()
    expect(audience.place).toBe('both')
  })

  it('the last move gives a presenter view its place, and opening that moves no window', () => {
    const [one, other] = [browser.open({ here: 'safety' }), browser.open({ here: 'control' })]
    browser.deliver()
    other.press('both')
    browser.deliver()
    one.press('contents')
    const desk = browser.open({ presenter: true })
    browser.deliver()
    expect([one, other, desk].map(({ place }) => place)).toEqual(['contents', 'both', 'contents'])
    desk.press('comparison')
    browser.deliver()
    expect([one, other].map(({ place }) => place)).toEqual(['comparison', 'comparison'])
  })

  it('they are so again once it is closed or has turned into slides', () => {
    const desk = browser.open({ presenter: true })
    const [one, other] = [browser.open(), browser.open()]
    browser.deliver()
    expect(one.stage.isLed).toBe(true)
    desk.presenter = false
    desk.stage.ask()
    browser.deliver()
    expect(one.stage.isLed).toBe(false)
    desk.presenter = true
    desk.stage.ask()
    browser.deliver()
    expect(one.stage.isLed).toBe(true)
    browser.close(desk)
    browser.deliver()
    one.press('both')
    browser.deliver()
    expect([one.place, other.place, one.stage.isLed]).toEqual(['both', 'cover', false])
  })
})

it('a window of notes follows what opens, and keeps no place for others', () => {
  const notes = browser.open({ notes: true })
  const desk = browser.open({ presenter: true, here: 'safety' })
  browser.deliver()
  expect(notes.place).toBe('safety')
  desk.press('both')
  desk.stage.setTimer({ status: 'running', slides: {}, startedAt: 1, pausedAt: 0 })
  browser.deliver()
  browser.close(desk)
  const next = browser.open({ presenter: true, here: 'control' })
  browser.deliver()
  expect([notes.place, next.place, next.timer]).toEqual(['control', 'control', 'running'])
  const wall = browser.open()
  browser.deliver()
  expect([notes, next, wall].map(({ place }) => place)).toEqual(Array(3).fill('control'))
})

it('an address that finds its final form is no move', () => {
  const wall = browser.open({ here: 'safety-voices' })
  wall.stage.settle(place('safety-voices+2'))
  wall.place = 'safety-voices+2'
  const desk = browser.open({ presenter: true })
  browser.deliver()
  expect(desk.place).toBe('safety-voices+2')
  expect(browser.sent.filter(({ kind }) => kind === 'moved')).toEqual([])
  desk.press('both')
  browser.deliver()
  wall.stage.settle(place('safety-voices+1'))
  expect(wall.place).toBe('both')
})

it('the pointer of one window reaches the others', () => {
  const desk = browser.open({ presenter: true })
  desk.stage.moveCursor({ x: 1, y: 2 })
  expect(browser.sent.at(-1)).toMatchObject({ kind: 'cursor', cursor: { x: 1, y: 2 } })
})

it.each([
  ['a higher count', { count: 2, by: 'b' }, { count: 1, by: 'a' }, true],
  ['the window that was opened first, of equal counts', { count: 1, by: 'a' }, { count: 1, by: 'b' }, true],
  ['not itself', { count: 1, by: 'a' }, { count: 1, by: 'a' }, false],
])('%s is newer', (_, one, other, expected) => {
  expect(isNewer({ value: 1, stamp: one }, { value: 2, stamp: other })).toBe(expected)
})
