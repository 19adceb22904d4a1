import { describe, expect, it } from 'vitest'
import { isForeign, siteOrigin } from '../../../server/http/site-origin.ts'

const PUBLIC = 'https://parley.example.org'

describe('whether a request comes from another site', () => {
  it.each([
    ['a script without an Origin', null, { host: 'localhost:3000' }, false],
    ['the page itself', null, { host: 'localhost:3000', origin: 'http://localhost:3000' }, false],
    ['the page behind a proxy with TLS', null, { host: 'a.example', origin: 'https://a.example' }, false],
    ['another port', null, { host: 'localhost:3000', origin: 'http://localhost:3001' }, true],
    ['another host', null, { host: 'localhost:3000', origin: 'http://evil.example' }, true],
    ['a host that begins alike', null, { host: 'a.example', origin: 'http://a.example.evil.example' }, true],
    ['an opaque origin', null, { host: 'localhost:3000', origin: 'null' }, true],
    ['no address at all', null, { host: 'localhost:3000', origin: 'javascript:alert(1)' }, true],
    ['a file', null, { host: '', origin: 'file://' }, true],
    ['the public address', PUBLIC, { host: '10.0.0.2:3000', origin: PUBLIC }, false],
    [
      'the public host without TLS',
      PUBLIC,
      { host: 'parley.example.org', origin: 'http://parley.example.org' },
      true,
    ],
    ['the inner address', PUBLIC, { host: '10.0.0.2:3000', origin: 'http://10.0.0.2:3000' }, true],
    ['a script, with a public address', PUBLIC, { host: '10.0.0.2:3000' }, false],
  ])('tells for %s', (_, publicUrl, headers, foreign) => {
    expect(isForeign(publicUrl, new Headers(headers as Record<string, string>))).toBe(foreign)
  })
})

describe('the origin of this site', () => {
  it.each([
    [PUBLIC, { host: '10.0.0.2:3000', origin: 'http://evil.example' }, PUBLIC],
    [null, { host: 'localhost:3000' }, 'http://localhost:3000'],
    [null, { host: 'a.example', origin: 'https://a.example' }, 'https://a.example'],
    [null, { host: 'a.example', origin: 'https://b.example' }, 'http://a.example'],
    [null, {}, 'http://localhost'],
  ])('with %s and %j is %s', (publicUrl, headers, expected) => {
    expect(siteOrigin(publicUrl, new Headers(headers as Record<string, string>))).toBe(expected)
  })
})
