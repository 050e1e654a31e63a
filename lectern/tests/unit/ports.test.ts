import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { nextFreePort } from '../../cli/ports'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach(server => server.close()))

async function take(host: string, port = 0): Promise<number> {
  const server = createServer().listen({ port, host, ipv6Only: true })
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('nextFreePort', () => {
  it.each([[['127.0.0.1']], [['::1']], [['0.0.0.0']], [['127.0.0.1', '::1']]])('passes by a port that is taken on %j', async (hosts) => {
    let port = 0
    for (const host of hosts)
      port = await take(host, port)
    expect(await nextFreePort(port)).toBeGreaterThan(port)
  })

  it('takes a port that is free', async () => {
    const port = await take('127.0.0.1')
    servers.splice(0).forEach(server => server.close())
    expect(await nextFreePort(port)).toBe(port)
  })

  it.each([0, 65536, 1.5, Number.NaN])('refuses %s', async (port) => {
    await expect(nextFreePort(port)).rejects.toThrow('--port must be a number from 1 to 65535')
  })
})
