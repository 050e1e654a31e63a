import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'
import { root, UserError } from './run'
import { readHeaders } from './site/headers'
import { APP_PAGE } from './site/slidePages'

export interface Site {
  /** With the path that the site was built for, without a slash at its end. */
  url: string
  close: () => void
}

/** The path that a site was built for (`--base`), with slashes at both ends, as one of its pages tells. */
export function basePath(html: string): string {
  return /<(?:script|link)[^>]+(?:src|href)="(\/[^"]*?)assets\//.exec(html)?.[1] ?? '/'
}

/**
 * Serves a built site to this machine only, with the headers that its hosts would send; addresses that are no files
 * get the slides. Files that have a `.gz` beside them go out compressed.
 * @param port 0 takes any free one
 * @throws UserError where nothing has been built or the port is taken
 */
export async function serveDist(port = 0, dist = join(root, 'dist')): Promise<Site> {
  const index = join(dist, 'index.html')
  if (!existsSync(index))
    throw new UserError('there is no built site in dist/; run `npm run build` first')
  const base = basePath(readFileSync(index, 'utf8'))
  const headersFor = readHeaders(dist)
  const handle = sirv(dist, {
    single: existsSync(join(dist, APP_PAGE)) ? APP_PAGE : true,
    gzip: true,
    setHeaders: (response, pathname) => {
      for (const [name, value] of headersFor(base + pathname.slice(1)))
        response.setHeader(name, value)
    },
  })
  const server = createServer((request, response) => {
    const { url = '/' } = request
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end()
      return
    }
    request.url = url.slice(base.length - 1)
    handle(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(
      error.code === 'EADDRINUSE'
        ? new UserError(port ? `port ${port} is taken; choose another with --port` : 'this machine has no free port')
        : error,
    ))
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base.slice(0, -1)}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
