import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CHAIN_START, type ChainedEntry, chainHead, firstBrokenLink } from '../../../shared/record/chain.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const body = { agreementId: 'agreement-0000001', room: 'body' } as const

const entries: readonly ChainedEntry[] = [
  { update: Uint8Array.of(1, 2, 3), authorId: 'ada', at: 1_763_900_000_000 },
  { update: Uint8Array.of(), authorId: 'bén', at: 1_763_900_000_001 },
  { update: Uint8Array.of(1, 2, 3), authorId: 'ada', at: 1_763_900_000_001 },
]

function chained(list: readonly ChainedEntry[]) {
  let head = CHAIN_START
  return list.map(entry => {
    head = chainHead(head, body, entry, sha256)
    return { ...entry, chain: head }
  })
}

describe('the hash chain of the record', () => {
  it('hashes exactly the bytes that its description lists', () => {
    const entry = { update: Uint8Array.of(7), authorId: 'é', at: 258 }
    const expected = createHash('sha256')
      .update('parley-record/1')
      .update(CHAIN_START)
      .update(createHash('sha256').update(Uint8Array.of(7)).digest())
      .update(Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 2))
      .update(Uint8Array.of(0, 2, 0xc3, 0xa9))
      .update(Uint8Array.of(0, 22))
      .update('agreement-0000001/body')
      .digest()
    expect(chainHead(CHAIN_START, body, entry, sha256)).toEqual(new Uint8Array(expected))
  })

  it('holds for an untouched record and from any point of it', () => {
    const record = chained(entries)
    expect(firstBrokenLink(body, record, sha256)).toBeNull()
    expect(firstBrokenLink(body, record.slice(1), sha256, record[0]?.chain)).toBeNull()
    expect(firstBrokenLink(body, [], sha256)).toBeNull()
  })

  it.each([
    ['the update', { update: Uint8Array.of(1, 2, 4) }],
    ['the author', { authorId: 'eve' }],
    ['the time', { at: 1_763_900_000_002 }],
  ])('breaks at the entry of which %s was changed', (_what, change) => {
    const record = chained(entries).map((entry, index) => (index === 1 ? { ...entry, ...change } : entry))
    expect(firstBrokenLink(body, record, sha256)).toBe(1)
  })

  it('breaks when an entry is left out, when two change places and when the room is another', () => {
    const [first, second, third] = chained(entries)
    if (!first || !second || !third) throw new Error('three entries')
    expect(firstBrokenLink(body, [first, third], sha256)).toBe(1)
    expect(firstBrokenLink(body, [second, first, third], sha256)).toBe(0)
    expect(firstBrokenLink({ ...body, room: 'discussion' }, [first], sha256)).toBe(0)
  })
})
