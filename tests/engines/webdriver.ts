import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { inTime, UserError } from 'slidev-addon-lectern/node'
import { enginesOn, type EngineName, type Programs } from '../../scripts/engines'
import { freePort } from '../../lectern/tests/free-port'

/** What a browser can be told: as WebDriver’s method and path, and by the name that Firefox has for the same. */
const COMMANDS = {
  open: ['POST', '/url', 'WebDriver:Navigate'],
  reload: ['POST', '/refresh', 'WebDriver:Refresh'],
  tab: ['GET', '/window', 'WebDriver:GetWindowHandle'],
  newTab: ['POST', '/window/new', 'WebDriver:NewWindow'],
  showTab: ['POST', '/window', 'WebDriver:SwitchToWindow'],
  closeTab: ['DELETE', '/window', 'WebDriver:CloseWindow'],
  resize: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
  run: ['POST', '/execute/async', 'WebDriver:ExecuteAsyncScript'],
  print: ['POST', '/print', 'WebDriver:Print'],
} as const

type Send = (command: keyof typeof COMMANDS, body?: object) => Promise<unknown>

/** A browser that runs, and how it ends. */
interface Running {
  send: Send
  /** In the front tab, each released at once: Slidev repeats a key that is held for a second, as long as a busy machine may take. */
  press: (keys: readonly string[], pause: number) => Promise<void>
  close: () => Promise<void>
}

const KEYS: Record<string, string> = { Escape: '\uE00C', Enter: '\uE007', ArrowLeft: '\uE012', ArrowRight: '\uE014' }

/** Longest time in which a browser has to start, in seconds: several times what it takes on two busy cores. */
const LONGEST_START = 60

/** One tab of a browser. Whichever is told something comes to the front first. */
export interface Tab {
  open: (address: string) => Promise<void>
  reload: () => Promise<void>
  /** Runs a function in the page. @returns what it returns, as JSON can carry it */
  evaluate: <Args extends unknown[], Value>(work: (...args: Args) => Value, ...args: Args) => Promise<Awaited<Value>>
  /** Presses keys one after the other, by their names or signs. @param pause milliseconds between two */
  press: (keys: readonly string[], pause?: number) => Promise<void>
  /** Prints the page as a user does. WebKit’s driver cannot. @returns the PDF */
  print: () => Promise<Uint8Array>
  /** Brings it to the front. */
  show: () => Promise<void>
  close: () => Promise<void>
}

export interface Engine {
  newTab: () => Promise<Tab>
  close: () => Promise<void>
}

/**
 * Starts Firefox or WebKit. No library: the few commands that the tests need are WebDriver’s, which WebKit’s driver takes
 * as HTTP, and Firefox itself, under other names, at the socket that its own driver would use. Debian has no such driver
 * for Firefox.
 * @throws UserError where its programs are missing or do not start
 */
export async function startEngine(name: EngineName): Promise<Engine> {
  const programs = enginesOn()
  if (!programs[name])
    throw new UserError(`there is no ${name} on this machine; README.md names the packages`)
  const { close, press, send } = name === 'Firefox' ? await startFirefox(programs.Firefox!) : await startWebKit(programs.WebKit!)
  const home = await send('tab') as string
  let front = home

  async function show(handle: string): Promise<void> {
    if (front !== handle)
      await send('showTab', { handle })
    front = handle
  }

  async function newTab(): Promise<Tab> {
    const { handle } = await send('newTab', { type: name === 'Firefox' ? 'tab' : 'window' }) as { handle: string }
    const tell: Send = async (command, body) => {
      await show(handle)
      return send(command, body)
    }
    await tell('resize', { width: 1280, height: 800 })
    return {
      open: async address => void await tell('open', { url: address }),
      reload: async () => void await tell('reload', {}),
      async evaluate(work, ...args) {
        const script = `const done = arguments[arguments.length - 1]
          new Promise(resolve => resolve((${work})(...Array.from(arguments).slice(0, -1))))
            .then(value => done({ value }), error => done({ error: String(error) }))`
        const { error, value } = await tell('run', { script, args }) as { error?: string, value?: never }
        if (error !== undefined)
          throw new Error(error)
        return value!
      },
      async press(keys, pause = 0) {
        await show(handle)
        await press(keys.map(key => KEYS[key] ?? key), pause)
      },
      async print() {
        return Buffer.from(await tell('print', { background: true }) as string, 'base64')
      },
      show: () => show(handle),
      async close() {
        await tell('closeTab')
        // Nothing can be told to a browser whose front tab has gone.
        front = ''
        await show(home)
      },
    }
  }

  return { newTab, close }
}

/** Starts a program that ends with this process. */
function start(command: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv, fd?: true } = {}): ChildProcess {
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    stdio: ['ignore', 'ignore', 'pipe', options.fd ? 'pipe' : 'ignore'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    return
  const ended = once(child, 'exit')
  child.kill()
  await inTime(ended, 5, new UserError('does not end')).catch(() => child.kill('SIGKILL'))
}

/**
 * Waits for a sign of life, which a program may not live to give.
 * @param isUp asked again and again
 */
async function up<Value>(what: string, child: ChildProcess, isUp: () => Promise<Value | undefined>): Promise<Value> {
  const said = text(child.stderr!)
  const limit = performance.now() + LONGEST_START * 1000
  for (;;) {
    const value = await isUp().catch(() => undefined)
    if (value !== undefined)
      return value
    if (child.exitCode !== null || child.signalCode !== null)
      throw new UserError(`${what} ended with ${child.exitCode ?? child.signalCode}: ${(await said).trim().split('\n').at(-1)}`)
    if (performance.now() > limit)
      throw new UserError(`${what} gives no answer within ${LONGEST_START} s`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function startFirefox({ browser }: Programs['Firefox']): Promise<Running> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  await writeFile(join(profile, 'user.js'), [
    // Any free port; the browser writes down which.
    'user_pref("marionette.port", 0);',
    // Nothing is fetched from outside, and no page of its own comes up.
    'user_pref("network.proxy.type", 1);',
    'user_pref("network.proxy.socks", "127.0.0.1");',
    'user_pref("network.proxy.socks_port", 9);',
    'user_pref("network.proxy.allow_hijacking_localhost", false);',
    'user_pref("browser.startup.page", 0);',
    'user_pref("browser.aboutwelcome.enabled", false);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  ].join('\n'))
  const child = start(browser, ['--headless', '--marionette', '--no-remote', '--profile', profile])
  const port = await up('Firefox', child, async () =>
    Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')) || undefined)

  // A message is its length in bytes, a colon, and JSON: first the browser’s greeting, then [1, number, error, result].
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>()
  let greet: () => void
  const greeting = new Promise<void>(resolve => greet = resolve)
  let bytes = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.on('close', () => {
    for (const { reject } of waiting.values())
      reject(new Error('Firefox has ended'))
  })
  socket.on('data', (more) => {
    bytes = Buffer.concat([bytes, more])
    for (;;) {
      const colon = bytes.indexOf(':')
      const end = colon + 1 + Number(bytes.subarray(0, colon))
      if (colon < 0 || bytes.length < end)
        return
      const message = JSON.parse(bytes.toString('utf8', colon + 1, end)) as [1, number, { message: string } | null, unknown] | object
      bytes = bytes.subarray(end)
      if (!Array.isArray(message)) {
        greet()
        continue
      }
      const [, number, error, result] = message
      const { reject, resolve } = waiting.get(number)!
      waiting.delete(number)
      if (error)
        reject(new Error(error.message))
      else
        resolve(result !== null && typeof result === 'object' && 'value' in result ? result.value : result)
    }
  })
  let count = 0
  const call = (name: string, parameters: object): Promise<unknown> => new Promise((resolve, reject) => {
    const message = JSON.stringify([0, ++count, name, parameters])
    waiting.set(count, { resolve, reject })
    socket.write(`${Buffer.byteLength(message)}:${message}`)
  })
  await greeting
  await call('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } })
  return {
    send: (command, body = {}) => call(COMMANDS[command][2], body),
    async press(keys, pause) {
      for (const text of keys) {
        const element = await call('WebDriver:GetActiveElement', {}) as Record<string, string>
        await call('WebDriver:ElementSendKeys', { id: Object.values(element)[0], text })
        await new Promise(resolve => setTimeout(resolve, pause))
      }
    },
    async close() {
      socket.destroy()
      await end(child)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startWebKit({ browser, display, driver }: Programs['WebKit']): Promise<Running> {
  const screen = start(display, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { fd: true })
  let number = ''
  ;(screen.stdio[3] as Readable).setEncoding('utf8').on('data', (more: string) => number += more)
  const name = await up('Xvfb', screen, () => Promise.resolve(number.endsWith('\n') ? number.trim() : undefined))

  const port = await freePort()
  const env = { ...process.env, DISPLAY: `:${name}`, GDK_BACKEND: 'x11' }
  const child = start(driver, [`--port=${port}`], { env })
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) })
    const { value } = await response.json() as { value: { error?: string, message?: string } | null }
    if (!response.ok)
      throw new Error(value?.message || `WebKit answers ${path} by “${value?.error}”`)
    return value
  }
  await up('WebKitWebDriver', child, () => call('GET', '/status'))
  const options = { binary: browser, args: ['--automation'] }
  const { sessionId } = await inTime(
    call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }),
    LONGEST_START,
    new UserError(`WebKit gives no answer within ${LONGEST_START} s`),
  ) as { sessionId: string }
  return {
    send: (command, body) => call(COMMANDS[command][0], `/session/${sessionId}${COMMANDS[command][1]}`, body),
    async press(keys, pause) {
      for (const value of keys) {
        const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }]
        await call('POST', `/session/${sessionId}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] })
        await new Promise(resolve => setTimeout(resolve, pause))
      }
    },
    async close() {
      await inTime(call('DELETE', `/session/${sessionId}`), 5, new UserError('does not end')).catch(() => {})
      await end(child)
      await end(screen)
    },
  }
}
