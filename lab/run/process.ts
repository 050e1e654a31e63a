import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { UserError } from 'slidev-addon-lectern/node'
import { labEnv } from './tools'

/** A program at work, line by line. */
export interface Started {
  /** The next line that it prints; undefined once it has ended. */
  line: () => Promise<string | undefined>
  /** Resident memory in megabytes; undefined once it has ended. */
  memory: () => Promise<number | undefined>
  /** Ends it, and waits until it has. */
  end: () => Promise<void>
}

/** Starts a program that does not outlive this process. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(command, args, { env: { ...labEnv, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  }).finally(() => process.off('exit', kill))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    line: async () => {
      const next = await lines.next()
      return next.done ? undefined : next.value
    },
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
      const kibibytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
      return kibibytes === undefined ? undefined : Number(kibibytes) * 1024 / 1e6
    },
    end: async () => {
      child.kill('SIGINT')
      await ended
    },
  }
}

/**
 * The memory of a process is read from Linux’s own files.
 * @throws UserError elsewhere
 */
export function assertLinux(experiment: string): void {
  if (process.platform !== 'linux')
    throw new UserError(`${experiment} reads the memory of its programs from /proc, which only Linux has`)
}
