import { UserError } from 'slidev-addon-lectern/node'
import { enginesOn, type EngineName } from '../../scripts/engines'
import type { Send } from './commands'
import { startFirefox } from './firefox'
import { startWebKit } from './webkit'

const KEYS: Record<string, string> = { Escape: '\uE00C', Enter: '\uE007', ArrowLeft: '\uE012', ArrowRight: '\uE014' }

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
  /** @returns what the window shows, as PNG */
  picture: () => Promise<Buffer>
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
      async picture() {
        return Buffer.from(await tell('picture', name === 'Firefox' ? { full: false } : undefined) as string, 'base64')
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
