import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Programs } from '../../scripts/engines'
import { COMMANDS, type Running } from './commands'
import { end, start, up } from './program'

export async function startFirefox({ browser }: Programs['Firefox']): Promise<Running> {
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
