import { posix } from 'node:path'
import { splitArgs } from './split-args'

export interface StartOptions {
  /** First port to try. */
  port: number
  open: boolean
  /** Whether to open the page of checks before the talk, in place of slide 1. */
  check: boolean
  /** What was given to `--cut`: the length of the talk, not yet checked. */
  cut: string | undefined
  /** The pass key of the remote control, empty where one is to be made; none where there is no remote control. */
  remote: string | undefined
  /** What Slidev gets, without those above. */
  rest: string[]
}

/** Splits the command line into what we decide and what goes on to Slidev. */
export function parseStartOptions(args: readonly string[], canOpen: boolean): StartOptions {
  // With or without a key: what follows may be another option.
  const withKeys = args.map((arg, index) => arg === '--remote' && (args[index + 1]?.startsWith('-') ?? true) ? '--remote=' : arg)
  const { rest, values: { check = false, cut, open = canOpen, port = '3030', remote } } = splitArgs(withKeys, {
    check: { type: 'boolean' },
    cut: { type: 'string' },
    open: { type: 'boolean', short: 'o' },
    port: { type: 'string', short: 'p' },
    remote: { type: 'string' },
  })
  // An empty text would be 0.
  return { port: port.trim() ? Number(port) : NaN, open, check, cut, remote, rest }
}

/** Whether opening a browser would show somebody something. */
export function hasScreen(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (env.CI || !isTerminal)
    return false
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Whether Vite finds what opens a browser for `--check`; where it does not, it writes a stack. */
export function hasOpener(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean,
): boolean {
  if (platform !== 'linux' || env.BROWSER || env.WSL_DISTRO_NAME)
    return true
  return (env.PATH ?? '').split(':').some(folder => exists(posix.join(folder, 'xdg-open')))
}
