import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { Plugin } from 'vite'
import { isNewer, SERVER } from './sharedPlace.ts'
import { PLACE_EVENT, type Holdings, type Message } from './stageMessages.ts'

/** Milliseconds for which a server that has just started takes the newest place that a window remembers, if nobody moves. */
const GATHERING = 30_000

/** Milliseconds after which a move is too late: its window was cut off meanwhile, and says so before (serverLink.ts). */
const LATE = 8000

/** A window, as the server reaches it. */
export interface Client {
  /** Whether it runs on the machine that serves. */
  isLocal: boolean
  send: (message: Message) => void
}

/** What the server does for the windows; {@link placePlugin} connects it. */
export interface Hub {
  /** @param data a message, or anything else that came over the network, which is ignored */
  receive: (client: Client, data: unknown) => void
  leave: (client: Client) => void
}

/** Whether a request comes from the machine itself, whatever name was typed for it. Tunnels and proxies pass others on. */
export function isFromHere({ headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }): boolean {
  if (['forwarded', 'x-forwarded-for', 'cf-connecting-ip'].some(name => headers[name]))
    return false
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  return address === '::1' || address.startsWith('127.')
    || Object.values(networkInterfaces()).flat().some(own => own?.address === address)
}

function isStamped(data: unknown, isValue: (value: object) => boolean): boolean {
  const { stamp, value } = (data ?? {}) as { stamp?: { count?: unknown, by?: unknown }, value?: object }
  return Number.isSafeInteger(stamp?.count) && typeof stamp?.by === 'string' && !!value && isValue(value)
}

function isMessage(data: unknown): data is Message {
  const { count, from, kind, place, presenter, screen, timer } = (data ?? {}) as Partial<Message>
  return typeof kind === 'string' && typeof from === 'string' && typeof presenter === 'boolean' && Number.isSafeInteger(count)
    && (place === undefined || isStamped(place, value => 'alias' in value && typeof value.alias === 'string'))
    && (timer === undefined || isStamped(timer, value => 'status' in value && typeof value.status === 'string'))
    && (screen === undefined || isStamped(screen, value => 'skipped' in value && Array.isArray(value.skipped)))
}

/**
 * Keeps the place, the timer and the screen of the talk, so that windows that open, reload or come back get them at once.
 *
 * Presenter views move the others, and so do windows of slides on the machine that serves; those of other machines are
 * the audience. A window that was cut off moves nobody with what it did meanwhile. While no presenter view is open, the
 * place is that of the windows that are there, and a server that has just started asks those that come.
 * @param now milliseconds
 * @param key that a presenter view of another machine has to bring; without one, each of them moves the others
 */
export function createHub(now = Date.now, key?: string): Hub {
  let held: Holdings = {}
  let count = 1
  const windows = new Map<Client, { id: string, presenter: boolean, drives: boolean }>()
  /** Clients whose answer is awaited. */
  const asked = new Set<Client>()
  let isNew = true
  let gatheringSince: number | undefined

  const isPresented = () => [...windows.values()].some(({ presenter }) => presenter)
  const send = (client: Client, message: Pick<Message, 'kind'> & Partial<Message>) => client.send({
    from: SERVER, presenter: isPresented(), count, ...message, link: { time: now(), ...message.link },
  })
  const sendOthers = (sender: Client, message: Pick<Message, 'kind'> & Partial<Message>) => {
    for (const client of windows.keys()) {
      if (client !== sender)
        send(client, message)
    }
  }
  const tell = (client: Client, overrules: boolean, joins = false) => {
    const { drives, id } = windows.get(client)!
    send(client, { kind: 'tell', to: id, ...held, overrules, link: { time: now(), drives, joins, windows: windows.size } })
  }
  const ask = (client: Client) => {
    asked.add(client)
    send(client, { kind: 'ask' })
  }

  function take(sender: Client, { place, screen, timer }: Holdings) {
    const news: Holdings = {
      ...isNewer(place, held.place) && { place },
      ...isNewer(timer, held.timer) && { timer },
      ...isNewer(screen, held.screen) && { screen },
    }
    held = { ...held, ...news }
    if (Object.keys(news).length > 0)
      sendOthers(sender, { kind: 'moved', ...news })
  }

  return {
    receive(client, message) {
      if (!isMessage(message))
        return
      const drives = client.isLocal || (message.presenter && (!key || message.link?.key === key))
      windows.set(client, { id: message.from, presenter: message.presenter && drives, drives })
      count = Math.max(count, message.count)
      switch (message.kind) {
        case 'ask': {
          const joins = !!message.link?.joins
          isNew &&= now() - (gatheringSince ??= now()) < GATHERING
          tell(client, joins && !isNew, joins)
          if (drives && joins && (isNew || !held.place))
            ask(client)
          break
        }
        case 'tell':
          if (!asked.delete(client))
            break
          take(client, message)
          // The audience may still have the place of a talk whose windows are all gone.
          for (const [other, window] of windows) {
            if (!window.drives)
              tell(other, true)
          }
          break
        case 'moved':
          if (!drives)
            break
          if (now() - (message.link?.time ?? 0) > LATE) {
            tell(client, true)
            break
          }
          isNew = false
          take(client, message)
          break
        case 'cursor':
          if (drives)
            sendOthers(client, { kind: 'cursor', cursor: message.cursor })
      }
    },
    leave(client) {
      const left = windows.get(client)
      windows.delete(client)
      asked.delete(client)
      if (!left?.drives || isPresented())
        return
      held = { timer: held.timer, screen: held.screen }
      const drivers = [...windows].filter(([, { drives }]) => drives)
      isNew = drivers.length === 0
      gatheringSince = undefined
      drivers.forEach(([driver]) => ask(driver))
    },
  }
}

/** Gives the windows of the development server one place and one clock, over the connection that Vite has to each of them. */
export function placePlugin(): Plugin {
  return {
    name: 'deck-place',
    apply: 'serve',
    configureServer({ ws }) {
      const hub = createHub(Date.now, process.env.LECTERN_REMOTE)
      const local = new WeakSet<object>()
      const clients = new WeakMap<object, Client>()
      ws.on('connection', (socket, request) => {
        if (isFromHere(request))
          local.add(socket)
      })
      ws.on(PLACE_EVENT, (data: unknown, { send, socket }) => {
        let client = clients.get(socket)
        if (!client) {
          client = { isLocal: local.has(socket), send: message => send(PLACE_EVENT, message) }
          clients.set(socket, client)
        }
        hub.receive(client, data)
      })
      ws.on('vite:client:disconnect', (_: unknown, { socket }) => {
        const client = clients.get(socket)
        if (client)
          hub.leave(client)
      })
    },
  }
}
