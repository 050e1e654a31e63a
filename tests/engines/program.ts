import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { inTime, UserError } from 'slidev-addon-lectern/node'

/** Longest time in which a browser has to start, in seconds: several times what it takes on two busy cores. */
export const LONGEST_START = 60

/** Starts a program that ends with this process. */
export function start(command: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv, fd?: true } = {}): ChildProcess {
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    stdio: ['ignore', 'ignore', 'pipe', options.fd ? 'pipe' : 'ignore'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

export async function end(child: ChildProcess): Promise<void> {
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
export async function up<Value>(what: string, child: ChildProcess, isUp: () => Promise<Value | undefined>): Promise<Value> {
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
