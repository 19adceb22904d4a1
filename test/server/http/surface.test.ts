import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Logger } from '../../../server/log.ts'
import { ask } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const lines: { level: string; fields: object; message: string }[] = []
const write = (level: string) => (fields: object, message: string) => {
  lines.push({ level, fields, message })
}
const log: Logger = { info: write('info'), warn: write('warn'), error: write('error') }

const LARGE = 'export const text = 1 // again\n'.repeat(1000)
const distDir = mkdtempSync(join(tmpdir(), 'parley-dist-'))
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(distDir, 'assets'))
  writeFileSync(join(distDir, 'index.html'), '<!doctype html><title>Parley</title>')
  writeFileSync(join(distDir, 'sw.js'), 'self.x = 1')
  writeFileSync(join(distDir, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(distDir, 'assets', 'editor-abc123.js'), LARGE)
  server = await startTestServer({}, { distDir, log })
})
afterAll(async () => {
  await server.close()
  rmSync(distDir, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(`${server.url}${path}`, 'GET', undefined, headers)

describe('the pages', () => {
  it.each([
    ['/', 'text/html', 'no-cache'],
    ['/agreements/abc', 'text/html', 'no-cache'],
    ['/invite/Abc_-123', 'text/html', 'no-cache'],
    ['/sw.js', 'text/javascript', 'no-cache'],
    ['/assets/main-abc123.js', 'text/javascript', 'public, max-age=31536000, immutable'],
  ])('%s is %s, kept: %s', async (path, type, cache) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect(answer.headers.get('cache-control')).toBe(cache)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self' ws: wss:")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it.each([
    '/assets/main-old.js',
    '/missing.js',
    '/..%2f..%2fetc%2fpasswd.txt',
    '/assets/..%2f..%2fserver%2fmain.ts',
    '/.env.local',
  ])('%s is not there, and is no page instead', async path => {
    expect((await get(path)).status).toBe(404)
  })
})

describe('a large asset', () => {
  it('travels compressed, and arrives whole', async () => {
    const answer = await get('/assets/editor-abc123.js', { 'accept-encoding': 'gzip' })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(new TextDecoder().decode(answer.bytes)).toBe(LARGE)
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })
})

describe('the API', () => {
  it('describes itself', async () => {
    const { body } = await get('/openapi.json')
    expect(body.openapi).toMatch(/^3/)
    for (const path of [
      '/api/me',
      '/api/agreements',
      '/api/agreements/{id}',
      '/api/agreements/{id}/invitations',
      '/api/invitations/{token}/accept',
      '/api/agreements/{id}/members/{memberId}',
      '/api/agreements/{id}/terms',
      '/api/agreements/{id}/terms.csv',
      '/api/agreements/{id}/export.pdf',
      '/api/agreements/{id}/versions',
      '/api/agreements/{id}/versions/{number}/signatures',
      '/api/agreements/{id}/versions/{number}/refusals',
      '/api/agreements/{id}/versions/{number}/signed.pdf',
      '/api/agreements/{id}/amendments',
      '/api/passkeys',
      '/api/verify',
    ])
      expect(body.paths, path).toHaveProperty([path])
    const created = body.paths['/api/agreements'].post
    expect(created.requestBody.content['application/json'].schema.properties.model.enum).toContain(
      'consortium',
    )
    expect(created.responses.default).toBeDefined()
  })

  it('says that it is well', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: { ok: true } })
  })

  it.each([
    ['GET', '/api/nothing'],
    ['POST', '/api/nothing'],
    ['PUT', '/api/agreements'],
    ['DELETE', '/api/me'],
    ['POST', '/nowhere'],
    ['GET', '/sync/x'],
  ])('answers %s %s with a refusal, not with a page', async (method, path) => {
    const answer = await ask(`${server.url}${path}`, method, method === 'POST' ? {} : undefined)
    expect(answer).toMatchObject({ status: 404, body: { kind: 'not-found' } })
  })

  it('is never kept by a cache', async () => {
    expect((await get('/api/me')).headers.get('cache-control')).toBe('private, no-store')
  })

  it('refuses a title of 10 MB at once, and goes on', async () => {
    const ada = await server.signUp('Ada', 'ada-large@example.org')
    const body = { title: 'x'.repeat(10_000_000), model: 'blank' }
    expect(await ada.post('/api/agreements', body)).toMatchObject({
      status: 413,
      body: { kind: 'too-large' },
    })
    const chunked = await fetch(`${server.url}/api/agreements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.token}` },
      body: new Blob([JSON.stringify(body)]).stream(),
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
    expect((await ada.get('/api/agreements')).body).toEqual([])
  })

  it.each([
    ['{"title":', 'application/json'],
    ['title=x', 'application/x-www-form-urlencoded'],
    ['{}', 'text/plain'],
    ['null', 'application/json'],
    ['[]', 'application/json'],
    ['', 'application/json'],
  ])('refuses a body of %j as %s', async (body, type) => {
    const ada = await server.signUp('Ada', `ada-${Math.abs(hash(body + type))}@example.org`)
    const answer = await ask(`${server.url}/api/agreements`, 'POST', body, {
      'content-type': type,
      authorization: `Bearer ${ada.token}`,
    })
    expect(answer).toMatchObject({ status: 400, body: { kind: 'bad-request' } })
  })
})

const hash = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)

describe('the log', () => {
  it('has one line for a refused request, with its route and kind and without what it carried', async () => {
    lines.length = 0
    await ask(`${server.url}/api/invitations/a-secret-token/accept`, 'POST', undefined, {
      authorization: 'Bearer another-secret',
    })
    expect(lines).toEqual([
      {
        level: 'info',
        message: 'refused',
        fields: {
          method: 'POST',
          route: '/api/invitations/:token/accept',
          status: 401,
          kind: 'unauthenticated',
        },
      },
    ])
  })

  it('has nothing to say of what went well', async () => {
    lines.length = 0
    await server.signUp('Ada', 'ada-quiet@example.org')
    await get('/api/me')
    expect(lines).toEqual([])
  })
})

describe('a server that cannot', () => {
  it('says so when its store takes no writes, logs it once, and tells no more', async () => {
    const ada = await server.signUp('Ada', 'ada-full@example.org')
    lines.length = 0
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 })
    const create = server.agreements.create
    Object.assign(server.agreements, { create: () => Promise.reject(full) })
    const answer = await ada.post('/api/agreements', { title: 'T', model: 'blank' })
    expect(answer).toMatchObject({ status: 503, body: { kind: 'unavailable' } })
    expect(lines).toMatchObject([{ level: 'error', message: 'a store is unavailable' }])

    lines.length = 0
    Object.assign(server.agreements, { create: () => Promise.reject(new Error('a defect at /srv/secret')) })
    const broken = await ada.post('/api/agreements', { title: 'T', model: 'blank' })
    expect(broken).toMatchObject({ status: 500, body: { kind: 'internal' } })
    expect(JSON.stringify(broken.body)).not.toContain('secret')
    expect(lines).toMatchObject([{ level: 'error', message: 'a request failed' }])

    Object.assign(server.agreements, { create })
    expect((await ada.post('/api/agreements', { title: 'T', model: 'blank' })).status).toBe(201)
  })
})
