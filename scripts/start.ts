import { createServer } from 'node:net'
import { main, runTool, UserError } from './run'
import { hasScreen, parseStartOptions } from './start-options'

await main('start', async () => {
  const canOpen = hasScreen(process.platform, process.env, process.stdout.isTTY)
  const { open, port: wanted, rest } = parseStartOptions(process.argv.slice(2), canOpen)
  const port = await nextFreePort(wanted)
  if (port !== wanted)
    console.log(`Port ${wanted} is taken: using ${port}.`)

  // Slidev listens on localhost alone unless it gets --remote, and prints the addresses of every view itself.
  const args = ['--port', String(port), ...open ? ['--open'] : [], ...rest]
  const { code } = await runTool('@slidev/cli/bin/slidev.mjs', args, { stdio: 'inherit' })
  process.exitCode = code
})

async function nextFreePort(first: number): Promise<number> {
  if (!Number.isInteger(first) || first < 1 || first > 65535)
    throw new UserError('--port must be a number from 1 to 65535')
  for (let port = first; port <= 65535; port += 1) {
    if (await isFree(port))
      return port
  }
  throw new UserError(`no port from ${first} on is free`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, 'localhost', () => server.close(() => resolve(true)))
  })
}
