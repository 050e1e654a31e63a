import type { Readable } from 'node:stream'
import { inTime, UserError } from 'slidev-addon-lectern/node'
import { freePort } from '../../lectern/tests/free-port'
import type { Programs } from '../../scripts/engines'
import { COMMANDS, type Running } from './commands'
import { end, LONGEST_START, start, up } from './program'

export async function startWebKit({ browser, display, driver }: Programs['WebKit']): Promise<Running> {
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
