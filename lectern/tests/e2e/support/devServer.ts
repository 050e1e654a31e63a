import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { freePort } from '../../free-port'

/** The program of the addon, as this repository has it. */
export const PROGRAM = fileURLToPath(new URL('../../../bin/lectern.mjs', import.meta.url))

/** `lectern dev` in a deck. It can be ended and started again at the same port. */
export class DevServer {
  private process: ChildProcess | undefined
  port = 0
  /** What it has printed. */
  said = ''

  constructor(private readonly folder: string, private readonly options: readonly string[] = []) {}

  /** @param host by which a window knows it */
  address(host = '127.0.0.1'): string {
    return `http://${host}:${this.port}`
  }

  async start(): Promise<this> {
    this.port ||= await freePort()
    // As some shells have it.
    const env = { ...process.env, NODE_ENV: 'production' }
    this.process = spawn(process.execPath, [PROGRAM, 'dev', '--no-open', '--port', String(this.port), ...this.options], { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'ignore'] })
    this.process.stdout!.setEncoding('utf8').on('data', text => this.said += text)
    await expect.poll(() => fetch(this.address()).then(({ ok }) => ok, () => false), { timeout: 60_000 }).toBe(true)
    return this
  }

  async stop(): Promise<void> {
    this.process?.kill()
    if (this.process?.exitCode === null)
      await once(this.process, 'exit')
  }
}
