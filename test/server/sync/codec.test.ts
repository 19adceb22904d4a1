import fc from 'fast-check'
import * as decoding from 'lib0/decoding'
import { describe, expect, it, vi } from 'vitest'
import { readAuthMessage } from 'y-protocols/auth'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import {
  decodeMessage,
  encodeAwareness,
  encodeDenied,
  encodeSaved,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
} from '../../../server/sync/codec.ts'
import { framed, syncFrame } from './support/memory-client.ts'

// Many random cases, on a machine that may be busy with other work.
vi.setConfig({ testTimeout: 60_000 })

const someDoc = () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'text')
  return doc
}

describe('the codec', () => {
  it('answers for any bytes, without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
        const message = decodeMessage(bytes)
        if (!message.ok) expect(message.error).toEqual({ kind: 'bad-frame' })
      }),
      { numRuns: 5000 },
    )
  })

  it('answers for any change of a good frame, and for any part of it', () => {
    const doc = someDoc()
    const awareness = new Awareness(doc)
    awareness.setLocalState({ user: { name: 'Ada' } })
    const frames = [
      syncFrame(encoder => syncProtocol.writeSyncStep1(encoder, doc)),
      syncFrame(encoder => syncProtocol.writeSyncStep2(encoder, doc)),
      encodeAwareness([{ client: 7, clock: 1, state: '{"a":1}' }]),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...frames),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (frame, at, byte) => {
          const changed = frame.slice()
          changed[at % frame.length] = byte
          decodeMessage(changed)
          const part = decodeMessage(frame.subarray(0, at % frame.length))
          expect(part.ok).toBe(false)
        },
      ),
    )
    awareness.destroy()
  })

  it('reads what y-protocols writes', () => {
    const doc = someDoc()
    const step1 = decodeMessage(syncFrame(encoder => syncProtocol.writeSyncStep1(encoder, doc)))
    expect(step1).toEqual({ ok: true, value: { kind: 'step1', clocks: new Map([[doc.clientID, 4]]) } })
    const update = Y.encodeStateAsUpdate(doc)
    const step2 = decodeMessage(syncFrame(encoder => syncProtocol.writeSyncStep2(encoder, doc)))
    expect(step2).toEqual({ ok: true, value: { kind: 'step2', update } })
    const written = decodeMessage(syncFrame(encoder => syncProtocol.writeUpdate(encoder, update)))
    expect(written).toEqual({ ok: true, value: { kind: 'update', update } })
    expect(decodeMessage(framed(3, () => {}))).toEqual({ ok: true, value: { kind: 'query-awareness' } })
  })

  it('writes what y-protocols reads', () => {
    const doc = someDoc()
    const copy = new Y.Doc()
    for (const encode of [encodeStep2, encodeUpdate]) {
      const decoder = decoding.createDecoder(encode(Y.encodeStateAsUpdate(doc)))
      expect(decoding.readVarUint(decoder)).toBe(0)
      syncProtocol.readSyncMessage(decoder, { cpos: 0, cbuf: new Uint8Array(8), bufs: [] }, copy, null)
    }
    expect(copy.getText('t').toString()).toBe('text')
    expect(encodeStep1(new Map([[doc.clientID, 4]]))).toEqual(
      syncFrame(encoder => syncProtocol.writeSyncStep1(encoder, doc)),
    )
    const denied = decoding.createDecoder(encodeDenied('sealed'))
    expect(decoding.readVarUint(denied)).toBe(2)
    let reason = ''
    readAuthMessage(denied, doc, (_doc, why) => {
      reason = why
    })
    expect(reason).toBe('sealed')
    expect([...encodeSaved(300)]).toEqual([4, 172, 2])
  })

  it('carries awareness both ways', () => {
    const mine = new Awareness(new Y.Doc())
    mine.setLocalState({ user: { name: 'Zoë 🤝' } })
    const frame = encodeAwareness([
      { client: mine.clientID, clock: 1, state: JSON.stringify(mine.getLocalState()) },
    ])
    const message = decodeMessage(frame)
    expect(message.ok && message.value.kind === 'awareness' && message.value.entries).toEqual([
      { client: mine.clientID, clock: 1, state: '{"user":{"name":"Zoë 🤝"}}' },
    ])
    const other = new Awareness(new Y.Doc())
    applyAwarenessUpdate(other, encodeAwarenessUpdate(mine, [mine.clientID]), null)
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    const third = new Awareness(new Y.Doc())
    applyAwarenessUpdate(third, decoding.readVarUint8Array(decoder), null)
    expect(third.getStates().get(mine.clientID)).toEqual(other.getStates().get(mine.clientID))
    for (const awareness of [mine, other, third]) awareness.destroy()
  })
})
