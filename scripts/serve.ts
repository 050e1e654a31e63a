import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { root, UserError } from './run'

export interface Site {
  /** Without a slash at its end. */
  url: string
  close: () => void
}

/**
 * Serves a built site to this machine only; addresses that are no files get the page itself.
 * Files that have a `.gz` beside them go out compressed.
 * @param port 0 takes any free one
 * @throws UserError where nothing has been built or the port is taken
 */
export async function serveDist(port = 0, dist = join(root, 'dist')): Promise<Site> {
  if (!existsSync(join(dist, 'index.html')))
    throw new UserError('there is no built site in dist/; run `npm run build` first')
  const handle = sirv(dist, { single: true, gzip: true })
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(
      error.code === 'EADDRINUSE'
        ? new UserError(port ? `port ${port} is taken; choose another with --port` : 'this machine has no free port')
        : error,
    ))
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
