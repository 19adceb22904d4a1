import { afterEach, describe, expect, it } from 'vitest'
import { AwarenessRelay } from '../../../server/sync/awareness-relay.ts'
import { type AwarenessEntry, decodeMessage } from '../../../server/sync/codec.ts'
import { LIMITS } from '../../../shared/protocol/wire.ts'
import { quiet, until } from './support/until.ts'

const relays: AwarenessRelay[] = []
afterEach(() => {
  for (const relay of relays.splice(0)) relay.stop()
})

function open(awarenessIds = 4) {
  const heard: (readonly AwarenessEntry[])[] = []
  const relay = new AwarenessRelay({ awarenessIds, awarenessIntervalMs: 1 }, frame =>
    heard.push(entriesOf(frame)),
  )
  relays.push(relay)
  return { relay, heard, now: () => (relay.frameForAll() ? entriesOf(relay.frameForAll()) : []) }
}

function entriesOf(frame: Uint8Array | null): readonly AwarenessEntry[] {
  const message = frame && decodeMessage(frame)
  if (!message?.ok || message.value.kind !== 'awareness') throw new Error('not awareness')
  return message.value.entries.map(({ client, clock, state }) => ({ client, clock, state }))
}

const says = (client: number, clock: number, state: string | null = `{"n":${clock}}`): AwarenessEntry => ({
  client,
  clock,
  state: state ?? 'null',
})

describe('the awareness relay', () => {
  it('relays only the latest of what came since the last time', async () => {
    const { relay, heard } = open()
    const ada = { userId: 'ada' }
    relay.receive(ada, [says(1, 1)])
    relay.receive(ada, [says(1, 2)])
    relay.receive(ada, [says(1, 3)])
    await until('it is heard', () => heard.length === 1)
    expect(heard[0]).toEqual([says(1, 3)])
    await quiet()
    expect(heard.length).toBe(1)
  })

  it('ignores what is older than what is known', () => {
    const { relay, now } = open()
    const ada = { userId: 'ada' }
    relay.receive(ada, [says(1, 5)])
    relay.receive(ada, [says(1, 4), says(1, 5, '{"other":1}')])
    expect(now()).toEqual([says(1, 5)])
  })

  it('lets nobody else speak for a client, nor declare it gone', () => {
    const { relay, now } = open()
    const ada = { userId: 'ada' }
    const eve = { userId: 'eve' }
    relay.receive(ada, [says(1, 1)])
    relay.receive(eve, [says(1, 9), says(1, 10, null)])
    expect(now()).toEqual([says(1, 1)])
    relay.leave(eve)
    expect(now()).toEqual([says(1, 1)])
  })

  it('lets another socket of the same user take over with something newer, and only that', () => {
    const { relay, now } = open()
    const before = { userId: 'ada' }
    const after = { userId: 'ada' }
    relay.receive(before, [says(1, 1)])
    relay.receive(after, [says(1, 1, null), says(1, 1, '{"echo":1}')])
    expect(now()).toEqual([says(1, 1)])
    relay.receive(after, [says(1, 2)])
    relay.leave(before)
    expect(now()).toEqual([says(1, 2)])
    relay.leave(after)
    expect(now()).toEqual([])
  })

  it('tells everyone when a socket leaves, and lets no late echo bring it back', async () => {
    const { relay, heard, now } = open()
    const ada = { userId: 'ada' }
    const ben = { userId: 'ben' }
    relay.receive(ada, [says(1, 3)])
    relay.leave(ada)
    await until('it is heard', () => heard.length === 1)
    expect(heard[0]).toEqual([says(1, 3, null)])
    relay.receive(ben, [says(1, 3)])
    expect(now()).toEqual([])
    relay.receive(ada, [says(1, 4)])
    expect(now()).toEqual([says(1, 4)])
  })

  it('bounds the clients of one socket and the size of a state, and takes only JSON', () => {
    const { relay, now } = open(2)
    const eve = { userId: 'eve' }
    relay.receive(eve, [
      says(1, 1, `"${'x'.repeat(LIMITS.awarenessBytes)}"`),
      says(2, 1, '{not json'),
      says(3, 1),
      says(4, 1),
      says(5, 1),
    ])
    expect(now().map(({ client }) => client)).toEqual([3, 4])
    relay.receive(eve, [says(3, 2)])
    expect(now()).toEqual([says(3, 2), says(4, 1)])
  })
})
