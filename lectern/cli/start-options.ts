export interface StartOptions {
  /** First port to try. */
  port: number
  open: boolean
  /** What was given to `--cut`: the length of the talk, not yet checked. */
  cut: string | undefined
  /** What Slidev gets, without those above. */
  rest: string[]
}

/** Splits the command line into what we decide and what goes on to Slidev. */
export function parseStartOptions(args: readonly string[], canOpen: boolean): StartOptions {
  const options: StartOptions = { port: 3030, open: canOpen, cut: undefined, rest: [] }
  const queue = [...args]
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    const cut = /^--cut(?:=(.*))?$/.exec(arg)
    const port = /^(?:--port|-p)(?:=(.*))?$/.exec(arg)
    if (port)
      options.port = Number(port[1] ?? queue.shift())
    else if (cut)
      options.cut = cut[1] ?? queue.shift() ?? ''
    else if (/^(--open|-o)$/.test(arg))
      options.open = true
    else if (arg === '--no-open')
      options.open = false
    else
      options.rest.push(arg)
  }
  return options
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
