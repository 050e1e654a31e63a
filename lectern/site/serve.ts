import { existsSync, readFileSync } from 'node:fs'
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import type { Readable } from 'node:stream'
import sirv from 'sirv'
import { manifestName, readManifest } from '../files/manifest'
import { buildCommand, root, UserError } from '../cli/run'
import { readHeaders } from './headers'
import { APP_PAGE } from './slidePages'

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
 * Makes sure that a folder holds a site as a build left it at its end.
 * @throws UserError that says what to do, where nothing was built, or only a part
 */
export function assertWholeSite(dist = join(root, 'dist')): void {
  const name = relative(process.cwd(), dist)
  if (!existsSync(join(dist, 'index.html')))
    throw new UserError(`there is no built site in ${name}/; run \`${buildCommand()}\` first`)
  const manifest = readManifest(dist)
  if (!manifest?.files.has('index.html'))
    throw new UserError(`the site in ${name}/ has no ${manifestName}, so it is not known to be whole; delete the folder and run \`${buildCommand()}\``)
  const missing = [...manifest.files.keys()].find(file => !existsSync(join(dist, file)))
  if (!manifest.isWhole || missing !== undefined)
    throw new UserError(`the site in ${name}/ is not whole${missing === undefined ? '' : `: ${missing} is missing`}; run \`${buildCommand()}\` again`)
}

/**
 * Serves a built site to this machine only, with the headers that its hosts would send; addresses that are no files
 * get the slides. Files that have a `.gz` beside them go out compressed. A build may replace the site meanwhile: each
 * request gets the file that is there then.
 * @param port 0 takes any free one
 * @throws UserError where nothing has been built or the port is taken
 */
export async function serveDist(port = 0, dist = join(root, 'dist')): Promise<Site> {
  const index = join(dist, 'index.html')
  if (!existsSync(index))
    throw new UserError(`there is no built site in dist/; run \`${buildCommand()}\` first`)
  const base = basePath(readFileSync(index, 'utf8'))
  const headersFor = readHeaders(dist)
  const handle = sirv(dist, {
    // Looks each file up when it is asked for; otherwise sirv keeps the sizes that it saw at its start.
    dev: true,
    etag: true,
    single: existsSync(join(dist, APP_PAGE)) ? APP_PAGE : true,
    gzip: true,
    setHeaders: (response, pathname) => {
      for (const [name, value] of headersFor(base + pathname.slice(1)))
        response.setHeader(name, value)
    },
  })
  const server = createServer((request, response) => {
    const { url = '/' } = request
    const [path = '/'] = url.split('?')
    // Browsers take what follows two slashes for a host, and refuse such an address to a page that changes its own.
    if (path.includes('//')) {
      response.writeHead(302, { location: path.replace(/\/{2,}/g, '/') + url.slice(path.length) }).end()
      return
    }
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end()
      return
    }
    request.url = url.slice(base.length - 1)
    answerOnceOpen(response)
    try {
      handle(request, response)
    }
    catch {
      notFound(response)
    }
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

/** sirv sends the head of a file before it opens it, and has no answer where the file has gone by then; this has 404. */
function answerOnceOpen(response: ServerResponse): void {
  const send = response.writeHead.bind(response)
  response.writeHead = ((status: number, headers?: OutgoingHttpHeaders) => {
    // Only these come with a file.
    if (status !== 200 && status !== 206)
      return send(status, headers)
    response.once('pipe', (file: Readable) => file
      .once('open', () => send(status, headers))
      .once('error', () => response.headersSent ? response.destroy() : notFound(response, send)))
    return response
  }) as typeof send
}

/** Without the headers of the file, which let it be kept for a year. */
function notFound(response: ServerResponse, send = response.writeHead.bind(response)): void {
  response.getHeaderNames().forEach(name => response.removeHeader(name))
  send(404).end()
}
