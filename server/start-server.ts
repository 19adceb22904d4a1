import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createWebCryptoPort } from '../shared/sealing/web-crypto-port.ts'
import { createApp } from './app.ts'
import type { Bus } from './bus/bus.ts'
import { createInProcessBus } from './bus/in-process-bus.ts'
import type { ServerConfig } from './config.ts'
import { createPdfRenderer } from './export/pdf-renderer.ts'
import { createWorkerComparer } from './export/redline/comparer.ts'
import { loadSealKey } from './export/seal-key.ts'
import { createSignedPdf } from './export/signed-pdf.ts'
import { createBetterAuthAccounts, type Passwords } from './http/better-auth-accounts.ts'
import { clientAddress } from './http/client-address.ts'
import { createDrain } from './http/drain.ts'
import { credentialHeaders, incomingHeaders } from './http/incoming-headers.ts'
import type { SendMail } from './http/mailer.ts'
import { createRoomAccess } from './http/room-access.ts'
import { readOrMakeSecret } from './http/secret.ts'
import { createSessionCache } from './http/session-cache.ts'
import { isForeign } from './http/site-origin.ts'
import type { Logger } from './log.ts'
import { collectAll, createMemoryReturn } from './memory-return.ts'
import { createMetrics } from './metrics/metrics.ts'
import { createSealing } from './sealing/use-cases.ts'
import { createWorkerVerifier } from './sealing/verifier.ts'
import type { AgreementStore } from './store/agreement-store.ts'
import { createCalendarFeeds } from './store/calendar-feeds.ts'
import { openStores } from './store/open-stores.ts'
import { watchRecord } from './store/watched-record.ts'
import { createSyncEngine } from './sync/engine.ts'
import { createSyncGateway, credentialsOf, type SyncGateway, socketServerOptions } from './sync/gateway.ts'
import type { LiveRooms } from './sync/live-rooms.ts'
import { createChangeNotes } from './terms/change-notes.ts'
import { createRefreshQueue } from './terms/refresh-queue.ts'
import { createTermsKeeper } from './terms/terms-keeper.ts'
import { createTextExtractor } from './terms/text-extractor.ts'
import { createWorkerBodyReader } from './terms/worker-body-reader.ts'

/** How long a request that is under way may take when the server is asked to end; process managers wait ten seconds. */
const PATIENCE_MS = 7000

/** What a test may bring instead of the server's own. */
export interface Overrides {
  /** Epoch ms. */
  readonly now?: () => number
  readonly sendMail?: SendMail
  readonly passwords?: Passwords
  readonly distDir?: string
  readonly log?: Logger
}

export interface RunningServer {
  /** As in `http://localhost:3000`. */
  readonly url: string
  readonly rooms: LiveRooms
  readonly agreements: AgreementStore
  /** Does once what the first who come would otherwise wait for: threads start, modules load. It never fails. */
  warmUp(): Promise<void>
  /** Takes no more requests, makes what has arrived durable, tells clients to come back, and ends. */
  close(): Promise<void>
}

/** Puts the parts together and listens. This is the one place that knows which adapters there are. */
export async function startServer(config: ServerConfig, overrides: Overrides = {}): Promise<RunningServer> {
  const log = overrides.log ?? pino({ level: config.logLevel, base: null })
  const now = overrides.now ?? Date.now
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const crypto = createWebCryptoPort(globalThis.crypto.subtle)
  let url = config.publicUrl ?? `http://localhost:${config.port}`

  const stores = await openStores(config, log)
  const { agreements } = stores
  const metrics = createMetrics()
  const { record, health } = watchRecord(stores.record, {
    tally: metrics.record,
    probe: () => stores.record.probe(),
    now,
  })
  const secret = await readOrMakeSecret(stores.keys)
  const sealKey = await loadSealKey(stores.keys, new Date(now()))
  const sendMail = overrides.sendMail ?? (await mailerOf(config.smtpUrl))
  const accounts = await stores.whileStarting(() =>
    createBetterAuthAccounts({
      db: stores.db,
      databaseType: stores.databaseType,
      secret,
      publicUrl: config.publicUrl,
      signInsPerMinute: config.signInsPerMinute,
      sendMail,
      linkOrigin: () => url,
      log,
      ...(overrides.passwords ? { passwords: overrides.passwords } : {}),
    }),
  )

  const reader = createWorkerBodyReader()
  const renderer = createPdfRenderer()
  const comparer = createWorkerComparer()
  const verifier = createWorkerVerifier()
  const extractor = createTextExtractor(log)
  const notes = createChangeNotes(agreements, log)
  const bus = await busOf(config.redisUrl, log)
  const refreshes = createRefreshQueue({ work: agreementId => terms.refresh(agreementId) })
  const engine = createSyncEngine({
    record,
    ...(stores.shared ? { cluster: { shared: stores.shared, bus } } : {}),
    log,
    now,
    access: createRoomAccess(agreements, accounts),
    onRest: agreementId => refreshes.add(agreementId),
    onChanged: notes.note,
  })
  const terms = createTermsKeeper({
    agreements,
    rooms: engine,
    head: room => record.head(room),
    reader,
    now,
    log,
  })
  let ending = false
  const sessions = createSessionCache(accounts, () => performance.now())
  const gateway = createSyncGateway({
    engine,
    originAllowed: request => !isForeign(config.publicUrl, incomingHeaders(request)),
    authenticate: request => sessions.person(credentialsOf(request)),
    userOf: async credentials => (await accounts.session(credentialHeaders(credentials)))?.person.id ?? null,
    address: request => clientAddress(config.publicUrl, request, incomingHeaders(request)),
    traffic: config.traffic,
    tally: metrics.sockets,
    log,
  })
  const app = createApp({
    accounts,
    agreements,
    calendars: createCalendarFeeds(stores.db),
    rooms: engine,
    record,
    reader,
    terms,
    renderer,
    comparer,
    sealing: createSealing({
      accounts,
      agreements,
      rooms: engine,
      reader,
      renderer,
      buildSignedPdf: ({ manifest, fingerprint }, signatures) =>
        createSignedPdf({ manifest, fingerprint, signatures, renderer, sealKey, at: new Date(now()) }),
      crypto,
      secret,
      now,
      log,
    }),
    verifier,
    extractor,
    publicUrl: config.publicUrl,
    now,
    log,
    distDir: overrides.distDir ?? join(import.meta.dirname, '../dist'),
    operations: {
      healthy: async () => {
        await agreements.find('health')
        await record.head({ agreementId: 'health', room: 'body' })
        await health.check()
      },
      isEnding: () => ending,
      metrics: metrics.text,
      metricsToken: config.metricsToken,
    },
    sessionsChanged: userId => {
      sessions.forget()
      return gateway.sessionsChanged(userId)
    },
    socketRefusal: request => gateway.refusal(request),
  })
  const memory = createMemoryReturn({ rooms: () => engine.openRooms(), collect: collectAll })
  metrics.watch({ openRooms: () => engine.openRooms(), queued: () => engine.queued() })

  const { server, port } = await listen(app.fetch, gateway.upgrade, config.port)
  const drain = createDrain(server)
  url = config.publicUrl ?? `http://localhost:${port}`
  return {
    url: `http://localhost:${port}`,
    rooms: engine,
    agreements,
    async warmUp() {
      const nobody = { cookie: null, authorization: 'Bearer nobody' }
      await Promise.allSettled([
        record.load({ agreementId: 'nothing', room: 'body' }),
        engine.warm(),
        sessions.person(nobody),
        engine.admits('nobody', 'nothing'),
      ])
    },
    async close() {
      ending = true
      memory.stop()
      refreshes.stop()
      await drain.stop(PATIENCE_MS)
      await engine.close()
      await bus.close()
      await drain.end()
      await notes.close()
      await reader.close()
      await renderer.close()
      await comparer.close()
      await verifier.close()
      await extractor.close()
      await stores.close()
    },
  }
}

// What most servers do without is loaded only by those who ask for it: these packages are a third of all modules.

async function mailerOf(smtpUrl: string | null): Promise<SendMail | null> {
  if (smtpUrl === null) return null
  const { createMailer } = await import('./http/mailer.ts')
  return createMailer(smtpUrl)
}

async function busOf(redisUrl: string | null, log: Logger): Promise<Bus> {
  if (redisUrl === null) return createInProcessBus()
  const { createRedisBus } = await import('./bus/redis-bus.ts')
  return createRedisBus(redisUrl, log)
}

type Fetch = ReturnType<typeof createApp>['fetch']

const listen = (fetch: Fetch, upgrade: SyncGateway['upgrade'], port: number) =>
  new Promise<{ server: Server; port: number }>((resolve, reject) => {
    const server = serve({ fetch, port, serverOptions: socketServerOptions }, ({ port }) =>
      resolve({ server: server as Server, port }),
    )
    server.on('upgrade', upgrade)
    server.once('error', reject)
  })
