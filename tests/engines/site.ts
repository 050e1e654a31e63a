import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** The built site under an address of its own, so that no test finds what another one has left in the browser. */
export interface WatchedSite {
  url: string
  /** What its pages complained of, from their first script on: errors, refusals, warnings, files that are missing. */
  faults: string[]
  /** From now on its files cannot be had. What its pages complain of is still heard. */
  cut: () => void
  close: () => void
}

/* Runs in each page, before any other script of it. */
function watchPage(): void {
  const told: Promise<unknown>[] = []
  // A page that is left gives up what it was still fetching ahead.
  let isLeft = false
  addEventListener('beforeunload', () => isLeft = true)
  // A module that was fetched ahead in vain is fetched again by the script that needs it, whose failure counts.
  const isAhead = ({ target }: Event) => target instanceof HTMLLinkElement && target.rel === 'modulepreload'
  const tell = (fault: string) => isLeft || told.push(fetch('/fault', { method: 'POST', body: `${location.pathname}: ${fault}`, keepalive: true }).catch(() => {}))
  addEventListener('error', (event: Event) => isAhead(event) || tell(event instanceof ErrorEvent ? `error: ${event.message}` : `not loaded: ${(event.target as HTMLElement).outerHTML}`), true)
  addEventListener('unhandledrejection', ({ reason }) => tell(`unhandled: ${String(reason)}`))
  addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => tell(`refused: ${effectiveDirective} ${blockedURI}`))
  for (const kind of ['error', 'warn'] as const) {
    const write = console[kind]
    console[kind] = (...words: unknown[]) => {
      tell(`console: ${words.join(' ')}`)
      write(...words)
    }
  }
  Object.assign(window, { faultsTold: () => Promise.all(told) })
}

/** Waits until what a page has complained of so far is known. */
export function faultsTold(): Promise<unknown> {
  return (window as unknown as { faultsTold: () => Promise<unknown> }).faultsTold()
}

/** Passes the site on and gives each of its pages the script above: WebDriver has nothing that runs before a page does. */
export async function watchSite(origin: string): Promise<WatchedSite> {
  const faults: string[] = []
  let isCut = false
  const server = createServer(async (incoming, outgoing) => {
    const { headers, method, url = '/' } = incoming
    if (url === '/fault') {
      faults.push(await text(incoming))
      outgoing.writeHead(204).end()
      return
    }
    if (url === '/watch.js') {
      outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(`(${watchPage})()`)
      return
    }
    if (isCut) {
      incoming.destroy()
      return
    }
    const onward = ask(origin + url, { method, headers: { ...headers, 'accept-encoding': 'identity' } })
    onward.end()
    const [answer] = await once(onward, 'response') as [IncomingMessage]
    if ((answer.statusCode ?? 0) >= 400)
      faults.push(`${answer.statusCode}: ${url}`)
    if (answer.headers['content-type']?.startsWith('text/html')) {
      const { 'content-length': _, ...kept } = answer.headers
      outgoing.writeHead(answer.statusCode!, kept).end((await text(answer)).replace('<head>', '<head><script src="/watch.js"></script>'))
      return
    }
    outgoing.writeHead(answer.statusCode!, answer.headers)
    answer.pipe(outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    cut: () => isCut = true,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
