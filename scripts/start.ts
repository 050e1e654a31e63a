import { readCut } from './cut'
import { loadDeck } from './deck'
import { nextFreePort } from './ports'
import { main, runTool } from './run'
import { hasScreen, parseStartOptions } from './start-options'

await main('start', async () => {
  const canOpen = hasScreen(process.platform, process.env, process.stdout.isTTY)
  const { cut, open, port: wanted, rest } = parseStartOptions(process.argv.slice(2), canOpen)
  const port = await nextFreePort(wanted)
  if (port !== wanted)
    console.log(`Port ${wanted} is taken: using ${port}.`)

  // For setup/preparser.ts, which Slidev runs.
  if (cut !== undefined)
    process.env.DECK_CUT = String(readCut(cut, (await loadDeck()).slides))

  // Slidev listens on localhost alone unless it gets --remote, and prints the addresses of every view itself.
  const args = ['--port', String(port), ...open ? ['--open'] : [], ...rest]
  const { code } = await runTool('@slidev/cli/bin/slidev.mjs', args, { stdio: 'inherit' })
  process.exitCode = code
})
