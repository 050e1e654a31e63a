import { readCut } from '../deck/cut'
import { loadDeck } from '../deck/deck'
import { nextFreePort } from './ports'
import { runTool } from './run'
import { hasScreen, parseStartOptions } from './start-options'

export async function run(args: readonly string[]): Promise<void> {
  const canOpen = hasScreen(process.platform, process.env, process.stdout.isTTY)
  const { cut, open, port: wanted, rest } = parseStartOptions(args, canOpen)
  const port = await nextFreePort(wanted)
  if (port !== wanted)
    console.log(`Port ${wanted} is taken: using ${port}.`)

  // For setup/preparser.ts, which Slidev runs.
  if (cut !== undefined)
    process.env.LECTERN_CUT = String(readCut(cut, (await loadDeck()).slides))

  // Slidev listens on localhost alone unless it gets --remote, and prints the addresses of every view itself.
  const slidevArgs = ['--port', String(port), ...open ? ['--open'] : [], ...rest]
  const { code } = await runTool('@slidev/cli/bin/slidev.mjs', slidevArgs, { stdio: 'inherit' })
  process.exitCode = code
}
