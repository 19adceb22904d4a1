import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

const DEFAULTS = {
  port: 3000,
  dataDir: './data',
  publicUrl: null,
  smtpUrl: null,
  databaseUrl: null,
  redisUrl: null,
  logLevel: 'info',
  signInsPerMinute: 30,
  traffic: {
    socketsPerMember: 200,
    socketsPerAddress: 2000,
    openingsPerMinute: 3000,
    messagesPerSecond: 1000,
  },
  metricsToken: null,
}

describe('the settings', () => {
  it.each([
    [{}, {}],
    [{ PORT: '', DATA_DIR: ' ', PUBLIC_URL: '' }, {}],
    [{ PORT: '0' }, { port: 0 }],
    [
      { PORT: '8080', DATA_DIR: '/srv/parley' },
      { port: 8080, dataDir: '/srv/parley' },
    ],
    [{ PUBLIC_URL: 'https://Parley.Example.org:443/app/' }, { publicUrl: 'https://parley.example.org' }],
    [{ PUBLIC_URL: 'http://localhost:3000' }, { publicUrl: 'http://localhost:3000' }],
    [{ SMTP_URL: 'smtps://me:pw@mail.example.org' }, { smtpUrl: 'smtps://me:pw@mail.example.org' }],
    [
      { LOG_LEVEL: 'debug', SIGN_INS_PER_MINUTE: '0' },
      { logLevel: 'debug', signInsPerMinute: 0 },
    ],
    [
      { DATABASE_URL: 'postgres://me:pw@db/parley', REDIS_URL: 'rediss://cache:6380' },
      { databaseUrl: 'postgres://me:pw@db/parley', redisUrl: 'rediss://cache:6380' },
    ],
    [{ METRICS_TOKEN: 'sixteen-characters' }, { metricsToken: 'sixteen-characters' }],
    [
      {
        SOCKETS_PER_MEMBER: '0',
        SOCKETS_PER_ADDRESS: '5',
        OPENINGS_PER_MINUTE: '6',
        MESSAGES_PER_SECOND: '7',
      },
      { traffic: { socketsPerMember: 0, socketsPerAddress: 5, openingsPerMinute: 6, messagesPerSecond: 7 } },
    ],
    [{ UNKNOWN: 'x' }, {}],
  ])('reads %j', (environment, expected) => {
    expect(readConfig(environment)).toEqual({ ok: true, value: { ...DEFAULTS, ...expected } })
  })

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '80a' }, 'PORT'],
    [{ PUBLIC_URL: 'parley.example.org' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://parley.example.org' }, 'PUBLIC_URL'],
    [{ SMTP_URL: 'https://mail.example.org' }, 'SMTP_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ DATABASE_URL: 'mysql://db/parley' }, 'DATABASE_URL'],
    [
      { REDIS_URL: 'redis://cache:6379' },
      'REDIS_URL: is for several servers on one PostgreSQL database: set DATABASE_URL',
    ],
  ])('names what is wrong in %j', (environment, name) => {
    const read = readConfig(environment)
    expect(read).toMatchObject({ ok: false, error: { kind: 'bad-setting' } })
    expect(read.ok ? '' : read.error.message).toContain(name)
  })
})
