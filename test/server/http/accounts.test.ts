import { scryptSync } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, signUp } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const mails: { to: string; subject: string; text: string }[] = []

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(
    {},
    {
      sendMail: async mail => {
        mails.push(mail)
      },
    },
    { quick: false },
  )
})
afterAll(() => server.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(`${server.url}${path}`, 'POST', body, headers)
const me = (headers: Record<string, string> = {}) => ask(`${server.url}/api/me`, 'GET', undefined, headers)

describe('an account', () => {
  it('is made with name, e-mail and password, and known by cookie and by bearer token', async () => {
    const ada = await server.signUp('  Ada Lund ', 'Ada@Example.org')
    expect(ada).toMatchObject({ name: 'Ada Lund', email: 'ada@example.org' })
    const expected = { id: ada.id, name: 'Ada Lund', email: 'ada@example.org' }
    expect((await me({ cookie: ada.cookie })).body).toEqual({ user: expected, magicLink: true })
    expect((await me({ authorization: `Bearer ${ada.token}` })).body.user).toEqual(expected)
    expect((await me()).body.user).toBeNull()
  })

  it('has its password kept by scrypt, salted, at 32 MB and a tenth of a second for each guess', async () => {
    const { id, password } = await server.signUp('Sally', 'sally@example.org')
    const database = new DatabaseSync(join(server.dataDir, 'parley.sqlite'), { readOnly: true })
    const row = database.prepare('select password from account where userId = ?').get(id)
    database.close()
    const [salt = '', key] = String(row?.password).split(':')
    expect(salt).toHaveLength(32)
    const cost = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 }
    expect(key).toBe(scryptSync(password, salt, 64, cost).toString('hex'))
  })

  it('is signed in to and out of', async () => {
    const ben = await server.signUp('Ben', 'ben@example.org')
    const answer = await post('/api/auth/sign-in/email', { email: 'BEN@example.org', password: ben.password })
    expect(answer.status).toBe(200)
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    const session = cookie.split(';')[0] ?? ''
    expect((await me({ cookie: session })).body.user.name).toBe('Ben')
    expect((await post('/api/auth/sign-out', {}, { cookie: session })).status).toBe(200)
    expect((await me({ cookie: session })).body.user).toBeNull()
    expect((await me({ cookie: ben.cookie })).body.user.name).toBe('Ben')
  })

  it.each([
    [
      'a short password',
      { name: 'A', email: 'a1@example.org', password: 'nine chars'.slice(0, 9) },
      400,
      /at least 10/,
    ],
    [
      'a password beyond all measure',
      { name: 'A', email: 'a2@example.org', password: 'x'.repeat(129) },
      400,
      /at most 128/,
    ],
    ['no e-mail address', { name: 'A', email: 'nobody', password: 'long enough it is' }, 400, /./],
    [
      'an endless e-mail address',
      { name: 'A', email: `${'a'.repeat(60)}@${'b.'.repeat(120)}org`, password: 'long enough it is' },
      400,
      /./,
    ],
    [
      'a name of many lines',
      { name: 'A\nB', email: 'a3@example.org', password: 'long enough it is' },
      400,
      /name/,
    ],
    [
      'an endless name',
      { name: 'x'.repeat(201), email: 'a4@example.org', password: 'long enough it is' },
      400,
      /name/,
    ],
    ['nothing', {}, 400, /./],
  ])('is not made with %s', async (_, body, status, message) => {
    const answer = await post('/api/auth/sign-up/email', body)
    expect(answer).toMatchObject({ status, body: { kind: 'bad-request' } })
    expect(answer.body.message).toMatch(message)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it('takes each e-mail address once and tells wrong passwords from nothing else', async () => {
    await server.signUp('Cleo', 'cleo@example.org')
    await expect(signUp(server.url, 'Cleo', 'CLEO@example.org')).rejects.toThrow('409')
    const wrong = await post('/api/auth/sign-in/email', {
      email: 'cleo@example.org',
      password: 'not hers at all',
    })
    const nobody = await post('/api/auth/sign-in/email', {
      email: 'no@example.org',
      password: 'not hers at all',
    })
    expect(wrong).toMatchObject({ status: 401, body: { kind: 'unauthenticated' } })
    expect(nobody.body).toEqual(wrong.body)
  })

  it('takes its new name to where it is shown, checked like the first', async () => {
    const dora = await server.signUp('Dora', 'dora@example.org')
    const rename = (name: string) =>
      post('/api/auth/update-user', { name }, { authorization: `Bearer ${dora.token}` })
    expect((await rename(' Dora Diaz ')).status).toBe(200)
    expect((await dora.get('/api/me')).body.user.name).toBe('Dora Diaz')
    expect((await rename('x'.repeat(300))).status).toBe(400)
    expect((await rename('   ')).status).toBe(400)
    expect((await dora.get('/api/me')).body.user.name).toBe('Dora Diaz')
  })

  it('keeps its key from others on this machine', () => {
    for (const file of ['secret', 'seal.pem'])
      expect(statSync(join(server.dataDir, file)).mode & 0o777, file).toBe(0o600)
  })
})

describe('a request from another site', () => {
  it.each([
    ['POST', '/api/auth/sign-in/email'],
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/agreements'],
    ['POST', '/api/verify'],
    ['DELETE', '/api/agreements/x/members/y'],
    ['PATCH', '/api/agreements/x/members/y'],
  ])('is refused before it is read: %s %s', async (method, path) => {
    const eve = await server.signUp('Eve', `eve-${method}-${path.replace(/\W/g, '')}@example.org`)
    for (const origin of ['https://evil.example', 'null', server.url.replace(/\d+$/, '1')]) {
      const answer = await ask(`${server.url}${path}`, method, '{}', {
        origin,
        cookie: eve.cookie,
        'content-type': 'application/json',
      })
      expect(answer, origin).toMatchObject({ status: 403, body: { kind: 'foreign-origin' } })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('is told from one of this site, by cookie alone', async () => {
    const ada = await server.signUp('Ada', 'ada-own@example.org')
    const answer = await post(
      '/api/agreements',
      { title: 'T', model: 'blank' },
      { origin: server.url, cookie: ada.cookie },
    )
    expect(answer.status).toBe(201)
  })
})

describe('a link to sign in', () => {
  it('is mailed, signs in once, and leads to this site whatever host asked for it', async () => {
    const asked = await fetch(`${server.url}/api/auth/sign-in/magic-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'zed@example.org', callbackURL: '/agreements/x' }),
    })
    expect(asked.status).toBe(200)
    const mail = mails.at(-1)
    expect(mail).toMatchObject({ to: 'zed@example.org' })
    const link = /http\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect(new URL(link).origin).toBe(server.url)
    const followed = await ask(link, 'GET')
    expect(followed.status).toBe(302)
    expect(new URL(followed.headers.get('location') ?? '', server.url).pathname).toBe('/agreements/x')
    const cookie = followed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await me({ cookie })).body.user).toMatchObject({ name: 'zed', email: 'zed@example.org' })
    const again = await ask(link, 'GET')
    expect(again.headers.getSetCookie()).toEqual([])
    expect(again.headers.get('location')).toContain('error=')
  })

  it('never leads to another site', async () => {
    const answer = await post('/api/auth/sign-in/magic-link', {
      email: 'zed@example.org',
      callbackURL: 'https://evil.example/x',
    })
    expect(answer.status).toBe(403)
  })
})

describe('a server with a public address', () => {
  it('takes that origin only, keeps cookies for TLS, and limits tries by address', async () => {
    const site = await startTestServer({ publicUrl: 'https://parley.example.org', signInsPerMinute: 3 })
    const tryOnce = (address: string, origin = 'https://parley.example.org') =>
      ask(
        `${site.url}/api/auth/sign-in/email`,
        'POST',
        { email: 'a@example.org', password: 'wrong wrong' },
        {
          origin,
          'x-forwarded-for': address,
        },
      )
    expect((await tryOnce('198.51.100.1', site.url)).body.kind).toBe('foreign-origin')
    for (let count = 0; count < 3; count++) expect((await tryOnce('198.51.100.1')).status).toBe(401)
    expect(await tryOnce('198.51.100.1')).toMatchObject({ status: 429, body: { kind: 'rate-limited' } })
    expect((await tryOnce('198.51.100.2')).status).toBe(401)
    const fresh = await ask(
      `${site.url}/api/auth/sign-up/email`,
      'POST',
      {
        name: 'Ada',
        email: 'ada@example.org',
        password: 'correct horse battery',
      },
      { 'x-forwarded-for': '198.51.100.3' },
    )
    expect(fresh.headers.getSetCookie()[0]).toMatch(/^__Secure-.*Secure/)
    expect((await ask(`${site.url}/api/me`, 'GET')).body.magicLink).toBe(false)
    await site.close()
  })
})
