import { hostname, networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'
import type { Plugin, ViteDevServer } from 'vite'

/** Milliseconds that an address has to answer before it is printed. */
const PATIENCE = 1500

/** Names by which other devices may know this machine: addresses, its name, and its name in the local network. */
export function remoteHosts(interfaces = networkInterfaces(), name = hostname()): string[] {
  const addresses = Object.values(interfaces).flat().filter(own => own && !own.internal && own.family === 'IPv4').map(own => own!.address)
  return [...new Set([...addresses, name, name.endsWith('.local') ? name : `${name}.local`])]
}

/**
 * With `lectern dev --remote`: answers under every name of this machine, and prints the addresses of the remote control that
 * do answer, with its pass key, the first one as a QR code.
 * @param key that a presenter view on another device has to bring; without it there is no remote control
 */
export function remotePlugin(key = process.env.LECTERN_REMOTE): Plugin {
  return {
    name: 'lectern:remote',
    apply: 'serve',
    config: () => key ? { server: { allowedHosts: remoteHosts() } } : {},
    configureServer(server) {
      if (key)
        server.httpServer?.once('listening', () => void printAddresses(server, key))
    },
  }
}

/** The names of this machine, with their port, under which the remote control answers; undefined without one. */
export async function answeringHosts({ config, httpServer }: ViteDevServer, key = process.env.LECTERN_REMOTE): Promise<string[] | undefined> {
  if (!key)
    return undefined
  const address = httpServer!.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const hosts = remoteHosts().map(host => `${host}:${port}`)
  const answers = await Promise.all(hosts.map(host =>
    fetch(`http://${host}${config.base}presenter/1`, { signal: AbortSignal.timeout(PATIENCE) }).then(({ ok }) => ok, () => false)))
  return hosts.filter((_, index) => answers[index])
}

async function printAddresses(server: ViteDevServer, key: string): Promise<void> {
  const hosts = await answeringHosts(server, key) ?? []
  const found = hosts.map(host => `http://${host}${server.config.base}presenter/1?password=${encodeURIComponent(key)}`)
  if (found.length === 0)
    console.log('\n  No address of this machine answers from outside: is it in a network?')
  else
    console.log(`\n  Remote control, for who has the pass key:\n${found.map(url => `    ${url}`).join('\n')}\n\n${renderUnicodeCompact(found[0]!)}`)
}
