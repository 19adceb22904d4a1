import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../../server/http/client-address.ts'

const from = (remoteAddress: string) => ({ socket: { remoteAddress } }) as Parameters<typeof clientAddress>[1]
const PUBLIC = 'https://parley.example.org'

describe('where a request came from', () => {
  it.each([
    ['the socket', null, '203.0.113.7', undefined, '203.0.113.7'],
    ['an IPv4 address in IPv6 form', null, '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    ['a claim without a proxy', null, '127.0.0.1', '198.51.100.1', '127.0.0.1'],
    ['a claim from outside', PUBLIC, '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['the own proxy', PUBLIC, '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the own proxy on IPv6', PUBLIC, '::1', '198.51.100.1', '198.51.100.1'],
    ['a claim that the own proxy added to', PUBLIC, '10.1.2.3', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['the own proxy without a word', PUBLIC, '172.20.0.1', undefined, '172.20.0.1'],
  ])('counts %s', (_, publicUrl, peer, forwarded, expected) => {
    const headers = new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })
    expect(clientAddress(publicUrl, from(peer), headers)).toBe(expected)
  })
})
