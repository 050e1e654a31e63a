import type { NetworkInterfaceInfo } from 'node:os'
import { expect, it } from 'vitest'
import { remoteHosts } from '../../presenter/remote-plugin'

const own = (address: string, family: 'IPv4' | 'IPv6', internal = false) => ({ address, family, internal }) as NetworkInterfaceInfo

it('names every address of the machine that others reach, its name, and its name in the local network', () => {
  const interfaces = { lo: [own('127.0.0.1', 'IPv4', true)], wifi: [own('192.168.1.7', 'IPv4'), own('fe80::1', 'IPv6')] }
  expect(remoteHosts(interfaces, 'laptop')).toEqual(['192.168.1.7', 'laptop', 'laptop.local'])
  expect(remoteHosts(interfaces, 'mac.local')).toEqual(['192.168.1.7', 'mac.local'])
})
