import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'
import type { ReadHeaders } from './incoming-headers.ts'

const OWN_NETWORK = new BlockList()
OWN_NETWORK.addSubnet('127.0.0.0', 8)
OWN_NETWORK.addSubnet('10.0.0.0', 8)
OWN_NETWORK.addSubnet('172.16.0.0', 12)
OWN_NETWORK.addSubnet('192.168.0.0', 16)
OWN_NETWORK.addAddress('::1', 'ipv6')
OWN_NETWORK.addSubnet('fc00::', 7, 'ipv6')

/**
 * Where a request came from, for counting tries. Behind a proxy, which there is when a public address is set, the proxy's word
 * counts: the last entry that it added to `X-Forwarded-For`. Otherwise that header is anybody's claim and is not read.
 */
export function clientAddress(
  publicUrl: string | null,
  incoming: IncomingMessage | undefined,
  headers: ReadHeaders,
): string {
  const peer = (incoming?.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '')
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const byOwnProxy = publicUrl !== null && OWN_NETWORK.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4')
  return byOwnProxy && forwarded ? forwarded : peer
}
