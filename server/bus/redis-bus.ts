import { randomUUID } from 'node:crypto'
import { createClient } from 'redis'
import type { Logger } from '../log.ts'
import type { Bus, BusEvents, BusMessage, PresentPerson } from './bus.ts'
import { packMessage, unpackMessage } from './bus-packing.ts'

/** How often a server says that it lives, and after which silence it counts as gone. */
const BEAT_MS = 1000
const SILENCE_MS = 6000
const PRESENT_MS = 50_000
const RETRY_MS = 200

const SERVERS = 'parley:servers'
const roomChannel = (room: string) => `parley:room:${room}`
const presentKey = (agreementId: string) => `parley:present:${agreementId}`

/**
 * The bus over Redis' publish and subscribe. Each server hears its own sign of life too: that is how it knows that what it
 * publishes arrives, also when a connection is dead without a word.
 */
export async function createRedisBus(url: string, log: Logger): Promise<Bus> {
  const server = randomUUID()
  const connection = {
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2000, reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 1000) },
  } as const
  const speaking = createClient(connection)
  const hearing = createClient(connection)
  const silence = new Map<string, number>()
  let events: BusEvents = { reconnected: () => {}, serverGone: () => {} }
  let heardSelf = 0
  let connected = false
  let closing = false
  let complained = false

  const complain = (error: unknown) => {
    if (!complained && !closing)
      log.warn({ error: String(error) }, 'Redis is away: servers hear of each other later')
    complained = true
  }
  for (const client of [speaking, hearing]) client.on('error', complain)

  const lose = (work: () => Promise<unknown>): void => {
    if (speaking.isReady) work().catch(complain)
  }
  const beat = (word: 'here' | 'gone') => lose(() => speaking.publish(SERVERS, `${word} ${server}`))

  const hearServer = (text: string) => {
    const [word, name = ''] = text.split(' ')
    if (name === server) {
      heardSelf = performance.now()
      settle()
    } else if (word === 'gone') forget(name)
    else silence.set(name, performance.now())
  }

  const forget = (name: string) => {
    if (silence.delete(name)) events.serverGone(name)
  }

  const settle = () => {
    const now = heardSelf > performance.now() - 3 * BEAT_MS && speaking.isReady && hearing.isReady
    if (now === connected) return
    connected = now
    if (!now) return
    if (complained) log.info({}, 'Redis is back')
    complained = false
    // Nobody was heard while it was away: that says nothing about them.
    for (const name of silence.keys()) silence.set(name, performance.now())
    events.reconnected()
  }

  const tick = () => {
    beat('here')
    settle()
    if (!connected) return
    for (const [name, at] of silence) if (performance.now() - at > SILENCE_MS) forget(name)
  }

  /** The client resubscribes by itself to what it has subscribed to once; the first time must succeed. */
  const subscribeOrLater = async (subscribe: () => Promise<void>): Promise<void> => {
    try {
      await subscribe()
    } catch (error) {
      complain(error)
      if (!closing) setTimeout(() => void subscribeOrLater(subscribe), RETRY_MS).unref()
    }
  }

  // The first connection need not succeed: the server starts, and hears of the others once Redis is there.
  await Promise.all(
    [speaking, hearing].map(client => {
      client.on('ready', () => beat('here'))
      const tried = firstTry(client)
      client.connect().catch(complain)
      return tried
    }),
  )
  await subscribeOrLater(() => hearing.subscribe(SERVERS, hearServer))
  const timer = setInterval(tick, BEAT_MS)
  beat('here')

  return {
    server,
    get isConnected() {
      return connected
    },
    listen: listener => {
      events = listener
    },
    subscribe: async (room, hear) => {
      let wanted = true
      const take = (bytes: Buffer) => {
        try {
          const { server: from, message } = unpackMessage(bytes)
          if (from !== server) hear(from, message)
        } catch (error) {
          log.warn({ error: String(error) }, 'A message of another server could not be read')
        }
      }
      await subscribeOrLater(async () => {
        if (wanted) await hearing.subscribe(roomChannel(room), take, true)
      })
      return () => {
        wanted = false
        hearing.unsubscribe(roomChannel(room), take, true).catch(() => undefined)
      }
    },
    publish: (room, message: BusMessage) =>
      lose(() => speaking.publish(roomChannel(room), Buffer.from(packMessage(server, message)))),
    tellPresent: (agreementId, people) => {
      const key = presentKey(agreementId)
      if (people.length === 0) lose(() => speaking.hDel(key, server))
      else
        lose(() =>
          speaking
            .multi()
            .hSet(key, server, JSON.stringify({ at: Date.now(), people }))
            .pExpire(key, PRESENT_MS)
            .exec(),
        )
    },
    present: async agreementIds => {
      if (!speaking.isReady) return new Map()
      try {
        const found = await Promise.all(agreementIds.map(id => speaking.hGetAll(presentKey(id))))
        return new Map(agreementIds.map((id, index) => [id, peopleOn(found[index] ?? {}, silence)]))
      } catch (error) {
        complain(error)
        return new Map()
      }
    },
    close: async () => {
      closing = true
      clearInterval(timer)
      if (speaking.isReady) await speaking.publish(SERVERS, `gone ${server}`).catch(() => undefined)
      for (const client of [speaking, hearing]) client.destroy()
    },
  }
}

/** Resolves when the client is connected for the first time or could not be. */
const firstTry = (client: { once(event: 'ready' | 'error', heard: () => void): unknown }) =>
  new Promise<void>(resolve => {
    client.once('ready', resolve)
    client.once('error', resolve)
  })

/** The people that servers which are alive have told of. */
function peopleOn(
  told: Readonly<Record<string, string>>,
  alive: ReadonlyMap<string, number>,
): readonly PresentPerson[] {
  return Object.entries(told).flatMap(([server, text]) => {
    if (!alive.has(server)) return []
    const { at, people } = JSON.parse(text) as { at: number; people: readonly PresentPerson[] }
    return at > Date.now() - PRESENT_MS ? people : []
  })
}
