import { randomUUID } from 'node:crypto'
import type { Bus, BusEvents, BusMessage, PresentPerson } from './bus.ts'

type Hear = (server: string, message: BusMessage) => void

/** What connects the buses of one process. */
export class BusHub {
  readonly rooms = new Map<string, Map<string, Set<Hear>>>()
  readonly present = new Map<string, Map<string, readonly PresentPerson[]>>()
  readonly servers = new Map<string, BusEvents>()
}

/** A bus within one process. Alone on its hub, as it is where there is one server, nobody ever hears anything. */
export function createInProcessBus(hub: BusHub = new BusHub()): Bus {
  const server = randomUUID()

  return {
    server,
    isConnected: true,
    listen: events => hub.servers.set(server, events),
    subscribe: async (room, hear) => {
      const listeners = hub.rooms.get(room) ?? new Map<string, Set<Hear>>()
      hub.rooms.set(room, listeners)
      const own = listeners.get(server) ?? new Set()
      listeners.set(server, own)
      own.add(hear)
      return () => {
        own.delete(hear)
        if (own.size === 0) listeners.delete(server)
        if (listeners.size === 0) hub.rooms.delete(room)
      }
    },
    publish: (room, message) => {
      for (const [other, listeners] of hub.rooms.get(room) ?? []) {
        if (other === server) continue
        // As from a network: later, and never inside of the call.
        for (const hear of listeners) setImmediate(() => hear(server, message))
      }
    },
    tellPresent: (agreementId, people) => {
      const known = hub.present.get(agreementId) ?? new Map<string, readonly PresentPerson[]>()
      hub.present.set(agreementId, known)
      if (people.length > 0) known.set(server, people)
      else known.delete(server)
      if (known.size === 0) hub.present.delete(agreementId)
    },
    present: async agreementIds =>
      new Map(
        agreementIds.flatMap(id => {
          const others = [...(hub.present.get(id) ?? [])].filter(([name]) => name !== server)
          return others.length > 0 ? [[id, others.flatMap(([, people]) => people)] as const] : []
        }),
      ),
    close: async () => {
      hub.servers.delete(server)
      for (const known of hub.present.values()) known.delete(server)
      for (const listeners of hub.rooms.values()) listeners.delete(server)
      for (const events of hub.servers.values()) setImmediate(() => events.serverGone(server))
    },
  }
}
