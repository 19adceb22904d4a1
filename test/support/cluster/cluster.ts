import { Client } from 'pg'
import { createPostgresPool } from '../../../server/store/postgres-pool.ts'
import { createPostgresRecordStore } from '../../../server/store/postgres-record-store.ts'
import type { RecordEntry } from '../../../server/store/record-store.ts'
import { must } from '../../../shared/result.ts'
import { type Postgres, startPostgres } from '../services/postgres.ts'
import { type Redis, startRedis } from '../services/redis.ts'
import { silentLog } from '../silent-log.ts'
import { removeDataDir, type ServerProcess, startServerProcess } from '../test-server.ts'

/** Two server processes on one PostgreSQL and one Redis, all of which can be killed and started again. */
export interface Cluster {
  readonly postgres: Postgres
  readonly redis: Redis
  server(index: number): ServerProcess
  /** As `kill -9`. */
  kill(index: number): Promise<void>
  /** On the same port as before. */
  restart(index: number): Promise<void>
  /** The room's text as it durably stands. */
  record(agreementId: string): Promise<readonly RecordEntry[]>
  close(): Promise<void>
}

export async function startCluster(): Promise<Cluster> {
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const databaseUrl = await postgres.database('parley')
  const start = (previous?: ServerProcess) =>
    startServerProcess({
      ...(previous ? { dataDir: previous.dataDir, port: previous.port } : {}),
      environment: { DATABASE_URL: databaseUrl, REDIS_URL: redis.url, LOG_LEVEL: 'warn' },
    })
  const started = await Promise.allSettled([start(), start()])
  const servers = started.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
  if (servers.length < started.length) {
    for (const each of servers) await each.kill()
    await redis.remove()
    await postgres.remove()
    throw new Error('A server did not start')
  }
  const server = (index: number) => must(servers[index], 'there are two servers')

  return {
    postgres,
    redis,
    server,
    kill: index => server(index).kill(),
    async restart(index) {
      servers[index] = await start(server(index))
    },
    async record(agreementId) {
      const pool = createPostgresPool(databaseUrl, silentLog)
      try {
        return await createPostgresRecordStore(pool).read(
          { agreementId, room: 'body' },
          1,
          Number.MAX_SAFE_INTEGER,
        )
      } finally {
        await pool.end()
      }
    },
    async close() {
      for (const each of servers) {
        await each.kill()
        removeDataDir(each)
      }
      await redis.remove()
      await postgres.remove()
    },
  }
}

/** Whether the database answers. */
export async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    await client.end()
    return true
  } catch {
    return false
  }
}
