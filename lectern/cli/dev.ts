import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readCut } from '../deck/cut'
import { loadDeck, parseDeck } from '../deck/deck'
import { nextFreePort } from './ports'
import { root, runTool } from './run'
import { hasOpener, hasScreen, parseStartOptions } from './start-options'

export async function run(args: readonly string[]): Promise<void> {
  const canOpen = hasScreen(process.platform, process.env, process.stdout.isTTY)
  const { check, cut, open, port: wanted, remote, rest } = parseStartOptions(args, canOpen)
  const port = await nextFreePort(wanted)
  if (port !== wanted)
    console.log(`Port ${wanted} is taken: using ${port}.`)

  // Slidev would end with a stack where this ends with a line.
  await parseDeck(root)

  // For setup/preparser.ts, which Slidev runs.
  if (cut !== undefined)
    process.env.LECTERN_CUT = String(readCut(cut, (await loadDeck()).slides))

  // For presenter/remote-plugin.ts and presenter/place-plugin.ts: whoever has no key watches. Slidev is not given it, as it
  // would tell the key to every window, and ask a service on the internet for this machine’s address.
  const key = remote === undefined ? undefined : remote || randomBytes(5).toString('hex')
  if (key !== undefined)
    process.env.LECTERN_REMOTE = key

  // For presenter/preflight/server.ts.
  if (check)
    process.env.LECTERN_CHECK = open && hasOpener(process.platform, process.env, existsSync) ? 'open' : 'print'

  // Where a shell has it set to `production`, Slidev’s pages stay empty.
  delete process.env.NODE_ENV

  // Slidev listens on localhost alone unless it gets --remote, and prints the addresses of every view itself.
  const slidevArgs = ['--port', String(port), ...open && !check ? ['--open'] : [], ...key === undefined ? [] : ['--remote'], ...rest]
  const { code } = await runTool('@slidev/cli/bin/slidev.mjs', slidevArgs, { stdio: 'inherit' })
  process.exitCode = code
}
