import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packChunk, unpackChunk } from '../../../server/store/record-chunk.ts'
import type { RecordEntry } from '../../../server/store/record-store.ts'
import { chainHead } from '../../../shared/record/chain.ts'
import { bodyRoom, sha256 } from '../../contract/record-store.contract.ts'

const start = new Uint8Array(32).fill(7)

function chained(
  parts: readonly { update: Uint8Array; authorId: string; at: number }[],
  seq = 5,
): RecordEntry[] {
  let chain: Uint8Array = start
  return parts.map((part, index) => {
    chain = chainHead(chain, bodyRoom, part, sha256)
    return { ...part, seq: seq + index, chain }
  })
}

describe('a chunk of the record', () => {
  it('gives back every entry exactly, whatever it holds', () => {
    const part = fc.record({
      update: fc.uint8Array({ maxLength: 60 }),
      authorId: fc.string(),
      at: fc.integer({ min: 0, max: 4e12 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), parts => {
        const entries = chained(parts)
        expect(unpackChunk(bodyRoom, packChunk(start, entries))).toEqual(entries)
      }),
      { numRuns: 60 },
    )
  })

  it('does not pass for whole when anything in it was changed', () => {
    const entries = chained([1, 2, 3].map(n => ({ update: Uint8Array.of(n), authorId: 'ada', at: n })))
    const chunk = packChunk(start, entries)
    expect(() => unpackChunk(bodyRoom, { ...chunk, end: start })).toThrow('damaged')
    expect(() => unpackChunk(bodyRoom, { ...chunk, start: chunk.end })).toThrow('damaged')
    expect(() => unpackChunk({ ...bodyRoom, room: 'discussion' }, chunk)).toThrow('damaged')
    for (let at = 0; at < chunk.data.length; at++) {
      const data = chunk.data.slice()
      data[at] = (data[at] ?? 0) ^ 1
      expect(() => {
        const read = unpackChunk(bodyRoom, { ...chunk, data })
        // A bit that deflate does not use leaves the entries as they were.
        if (JSON.stringify(read) === JSON.stringify(entries)) throw new Error('the same')
      }).toThrow()
    }
  })
})
