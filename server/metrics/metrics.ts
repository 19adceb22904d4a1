import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { SocketTally } from '../sync/socket-tally.ts'

/** What is counted about the server, for Prometheus. No label holds a name, an id or an address. */
export interface Metrics {
  readonly sockets: SocketTally
  readonly record: RecordTally
  /** Names what is read when somebody asks: rooms in memory, updates that wait for the disk. */
  watch(sources: {
    openRooms(): number
    queued(): { readonly updates: number; readonly bytes: number }
  }): void
  /** The whole in Prometheus' text format, and its content type. */
  text(): Promise<{ readonly type: string; readonly body: string }>
}

/** Told what happens to the record. */
export interface RecordTally {
  /** A batch became durable, `ms` after it was handed over; its oldest update had waited `lagMs` since it arrived. */
  appended(batch: {
    readonly updates: number
    readonly bytes: number
    readonly ms: number
    readonly lagMs: number
  }): void
  failed(): void
  /** A room was read, in so many ms. */
  loaded(ms: number): void
}

/** Seconds, from a fast disk to one that is in trouble. */
const BUCKETS = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.25, 0.5, 1, 2, 5]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  // Measuring how late the event loop is wakes the server each time: a hundred times a second cost an idle one more than all else.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
  const counter = (name: string, help: string) => new Counter({ name: `parley_${name}`, help, registers })
  const seconds = (name: string, help: string) =>
    new Histogram({ name: `parley_${name}_seconds`, help, buckets: BUCKETS, registers })

  // What happens for each message is added up in plain numbers, which are handed over when somebody asks.
  const seen = { messages: 0, bytesIn: 0, bytesOut: 0 }
  const summed = (name: string, help: string, field: keyof typeof seen) =>
    new Counter({
      name: `parley_${name}`,
      help,
      registers,
      collect() {
        this.inc(seen[field])
        seen[field] = 0
      },
    })
  summed('socket_messages_received_total', 'Messages from clients', 'messages')
  summed('socket_received_bytes_total', 'Bytes of messages from clients', 'bytesIn')
  summed('socket_sent_bytes_total', 'Bytes handed to sockets', 'bytesOut')
  const open = new Gauge({ name: 'parley_sockets', help: 'Open sockets', registers })
  const heldBack = counter(
    'socket_held_back_total',
    'Times a member sent too much and was not read for a while',
  )
  const commits = seconds('commit', 'From handing a batch to the record until it is durable')
  const lag = seconds('durable_lag', 'From the arrival of the oldest update of a batch until it is durable')
  const updates = counter('updates_recorded_total', 'Updates that became durable')
  const updateBytes = counter('updates_recorded_bytes_total', 'Bytes of updates that became durable')
  const failures = counter('commit_failures_total', 'Batches that the record could not take')
  const loads = seconds('room_load', 'Reading a room from the record')

  return {
    sockets: {
      opened: () => open.inc(),
      closed: () => open.dec(),
      received: bytes => {
        seen.messages++
        seen.bytesIn += bytes
      },
      sent: bytes => {
        seen.bytesOut += bytes
      },
      heldBack: () => heldBack.inc(),
    },
    record: {
      appended: batch => {
        commits.observe(batch.ms / 1000)
        lag.observe(batch.lagMs / 1000)
        updates.inc(batch.updates)
        updateBytes.inc(batch.bytes)
      },
      failed: () => failures.inc(),
      loaded: ms => loads.observe(ms / 1000),
    },
    watch: ({ openRooms, queued }) => {
      const gauge = (name: string, help: string, read: () => number) =>
        new Gauge({
          name: `parley_${name}`,
          help,
          registers,
          collect() {
            this.set(read())
          },
        })
      gauge('rooms', 'Rooms in memory', openRooms)
      gauge('queued_updates', 'Updates that wait for the disk', () => queued().updates)
      gauge('queued_bytes', 'Bytes that wait for the disk', () => queued().bytes)
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  }
}
