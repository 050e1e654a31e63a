import { createServer } from 'node:net'
import { UserError } from './run'

/** What `localhost` may lead a browser to, whichever of them the server listens on. */
const LOOPBACKS = ['127.0.0.1', '::1']

/**
 * The first port from a number on that nothing on this machine answers at.
 * @throws UserError where the number is none of a port, or none is free
 */
export async function nextFreePort(first: number): Promise<number> {
  if (!Number.isInteger(first) || first < 1 || first > 65535)
    throw new UserError('--port must be a number from 1 to 65535')
  for (let port = first; port <= 65535; port += 1) {
    if ((await Promise.all(LOOPBACKS.map(host => isFree(port, host)))).every(Boolean))
      return port
  }
  throw new UserError(`no port from ${first} on is free`)
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 has nothing there.
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'))
    server.listen({ port, host, ipv6Only: true }, () => server.close(() => resolve(true)))
  })
}
