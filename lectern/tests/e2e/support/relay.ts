import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands between a device and a server as a wireless network does, and can fail like one. */
export interface Relay {
  /** Closes every connection and takes no new one. */
  close: () => void
  /** Lets nothing through, and tells nobody. */
  stall: () => void
  /** Works again; what waited goes through. */
  open: () => void
  port: number
  end: () => void
}

/**
 * @param target port of the server on this machine
 * @param header goes into every request, as that of a proxy does
 */
export async function startRelay(target: number, header = ''): Promise<Relay> {
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((device) => {
    if (!isOpen)
      return device.destroy()
    const upstream = connect(target, '127.0.0.1')
    for (const [from, to] of [[device, upstream], [upstream, device]] as const) {
      sockets.add(from)
      from.on('data', (data: Buffer) => to.write(from === device && header ? withHeader(data, header) : data))
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      isOpen = false
      sockets.forEach(socket => socket.destroy())
    },
    stall: () => sockets.forEach(socket => socket.pause()),
    open() {
      isOpen = true
      sockets.forEach(socket => socket.resume())
    },
    end() {
      server.close()
      sockets.forEach(socket => socket.destroy())
    },
  }
}

function withHeader(data: Buffer, header: string): Buffer | string {
  const text = data.toString('latin1')
  return /^GET .* HTTP\/1\.1\r\n/.test(text) ? Buffer.from(text.replace('\r\n', `\r\n${header}\r\n`), 'latin1') : data
}
