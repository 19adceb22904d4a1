import { Doc, encodeStateAsUpdate } from 'yjs'
import { SeededRandom } from '../../support/seeded-random.ts'
import {
  any,
  awareness,
  block,
  bytes,
  character,
  item,
  raw,
  repeated,
  states,
  step1,
  step2,
  text,
  uint,
  update,
} from './hostile-bytes.ts'

/** Messages that a member with a session sends, and what becomes of the socket: `closed` with 4400, or left `open`. */
export interface HostileFrames {
  readonly name: string
  readonly socket: 'closed' | 'open' | 'either'
  frames(): readonly Uint8Array[]
}

const one = (name: string, frame: () => Uint8Array): HostileFrames => ({
  name,
  socket: 'closed',
  frames: () => [frame()],
})
const many = (
  name: string,
  socket: HostileFrames['socket'],
  frames: () => readonly Uint8Array[],
): HostileFrames => ({ name, socket, frames })

const deep = (depth: number): unknown => {
  let value: unknown = 1
  for (let n = 0; n < depth; n++) value = [value]
  return value
}

const valid = (): Uint8Array => {
  const doc = new Doc()
  doc.clientID = 77
  doc.getText('t').insert(0, 'some words that are changed bit by bit')
  doc.getMap('m').set('key', { list: [1, 'two', null] })
  doc.getText('t').delete(3, 4)
  return encodeStateAsUpdate(doc)
}

const flipped = (seed: number, count: number): Uint8Array[] => {
  const random = new SeededRandom(seed)
  return repeated(count, () => {
    const changed = valid().slice()
    const at = random.int(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.int(8))
    return update(changed)
  })
}

const noise = (seed: number, length: number): Uint8Array => {
  const random = new SeededRandom(seed)
  return Uint8Array.from({ length }, () => random.int(256))
}

const deletes = (ranges: number, shift = 0): Uint8Array =>
  bytes(uint(0, 1, 9, ranges), encoder => {
    for (let n = 0; n < ranges; n++) uint(3 * (n + shift * ranges), 1)(encoder)
  })

const shortStructs = (count: number): Uint8Array =>
  bytes(
    uint(1, count, 9, 0),
    encoder => {
      for (let n = 0; n < count; n++) raw(0, 1)(encoder)
    },
    uint(0),
  )

const UNENDING = raw(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255)

export const HOSTILE_FRAMES: readonly HostileFrames[] = [
  one('an empty message', () => bytes()),
  one('a kind that there is not', () => bytes(uint(99))),
  one('a sync message that there is not', () => bytes(uint(0, 7), block(bytes()))),
  one('a kind that only the server sends', () => bytes(uint(4, 1_000_000))),
  one('an auth message', () => bytes(uint(2, 0), text('let me in'))),
  one('a number without an end', () => bytes(uint(0, 2), UNENDING)),
  one('a length beyond all bytes', () => bytes(uint(0, 2, 2 ** 40))),
  one('bytes after the end', () => bytes(uint(0, 2), block(character(7, 0)), raw(1, 2, 3))),
  one('a state vector of 2^40 clients', () => step1(bytes(uint(2 ** 40)))),
  one('a state vector that is cut off', () => step1(bytes(uint(3, 1, 1)))),
  one('an update of 2^31 clients', () => update(bytes(uint(2 ** 31)))),
  one('an update of 2^45 structs', () => update(bytes(uint(1, 2 ** 45, 7, 0)))),
  one('a text of 2^40 bytes', () => update(item(4, uint(2 ** 40)))),
  one('a text that is no UTF-8', () => update(item(4, uint(2), raw(0xc3, 0x28)))),
  one('content that there is not', () => update(item(31))),
  one('values 100,000 deep', () =>
    update(item(8, uint(1), any(deep(5000)), raw(...new Array(1000).fill(117)))),
  ),
  one('JSON 5,000 deep', () => update(item(5, text(`${'['.repeat(5000)}${']'.repeat(5000)}`)))),
  one('JSON that is none', () => update(item(5, text('{"a":')))),
  one('a format that is no JSON', () => update(item(6, text('bold'), text('yes?')))),
  one('a type that there is not', () => update(item(7, uint(200)))),
  one('a sub-document with options that are none', () => update(item(9, text('guid'), raw(119), text('x')))),
  one('an array of 2^40 values', () => update(item(8, uint(2 ** 40)))),
  one('a struct of no length', () => update(bytes(uint(1, 1, 7, 0), raw(0), uint(0, 0)))),
  one('an item that hangs on itself', () =>
    update(bytes(uint(1, 1, 7, 5), raw(132), uint(7, 5), text('x'), uint(0))),
  ),
  one('an item that hangs on what comes later', () =>
    update(bytes(uint(1, 1, 7, 5), raw(132), uint(7, 99), text('x'), uint(0))),
  ),
  one('clients out of order', () =>
    update(bytes(uint(2, 1, 3, 0), raw(0), uint(1), uint(1, 4, 0), raw(0), uint(1), uint(0))),
  ),
  one('one client twice', () =>
    update(bytes(uint(2, 1, 3, 0), raw(0), uint(1), uint(1, 3, 1), raw(0), uint(1), uint(0))),
  ),
  one('clocks beyond all numbers', () =>
    update(bytes(uint(1, 1, 7, Number.MAX_SAFE_INTEGER), raw(0), uint(5), uint(0))),
  ),
  one('150,000 deleted ranges', () => update(deletes(150_000))),
  one('2^40 deleted ranges', () => update(bytes(uint(0, 1, 9, 2 ** 40)))),
  one('a deleted range of no length', () => update(bytes(uint(0, 1, 9, 1, 5, 0)))),
  one('600,000 structs', () => update(shortStructs(600_000))),
  one('noise', () => noise(1, 4096)),
  one('noise as an update', () => update(noise(2, 4096))),
  one('noise as an answer to the handshake', () => step2(noise(3, 65_536))),
  one('noise as awareness', () => awareness(noise(4, 4096))),
  one('awareness of 2^40 clients', () => awareness(bytes(uint(2 ** 40)))),
  many('valid updates with one bit turned, 300 of them', 'either', () => flipped(5, 300)),
  many('2,000 updates whose base is missing', 'open', () =>
    repeated(2000, n => update(character(1_000_000 + (n % 7), 5 + 3 * n))),
  ),
  many('gaps that are filled from behind', 'open', () => [
    ...repeated(2000, n => update(character(555, 4000 - 2 * n))),
    ...repeated(2000, n => update(character(555, 1 + 2 * n))),
  ]),
  one('150,000 awareness clients at once', () => awareness(states(1, 150_000, '{}'))),
  many('10,000 awareness clients at once', 'open', () => [awareness(states(1, 10_000, '{}'))]),
  many('5,000 awareness clients one by one', 'open', () =>
    repeated(5000, n => awareness(states(10_000 + n, 1, '{"a":1}'))),
  ),
  many('an awareness state of one megabyte', 'open', () => [
    awareness(states(5, 1, JSON.stringify('x'.repeat(1_000_000)))),
  ]),
  many('awareness that is no JSON', 'open', () => [awareness(states(5, 1, '{"a":'))]),
  many('awareness 3,000 deep', 'open', () => [
    awareness(states(5, 1, `${'['.repeat(1500)}${']'.repeat(1500)}`)),
  ]),
  many('awareness clocks at the end of all numbers', 'open', () => [
    awareness(states(5, 1, '{}', Number.MAX_SAFE_INTEGER)),
  ]),
  many('1,000 questions who is there', 'open', () => repeated(1000, () => bytes(uint(3)))),
  many('400 questions for the whole text', 'open', () => repeated(400, () => step1(bytes(uint(0))))),
  many('a question with 100,000 clients', 'open', () => [
    step1(
      bytes(uint(100_000), encoder => {
        for (let n = 0; n < 100_000; n++) uint(n, 1)(encoder)
      }),
    ),
  ]),
  many('50,000 deleted ranges, 60 times', 'open', () => repeated(60, n => update(deletes(50_000, n)))),
  many('a text of seven megabytes', 'open', () => [update(item(4, text('x'.repeat(7 * 1024 * 1024))))]),
  many('3,000 characters at the beginning of it all', 'open', () =>
    repeated(3000, n =>
      update(bytes(uint(1, 1, 20_000 + n, 0), raw(4), uint(1), text('t'), text('x'), uint(0))),
    ),
  ),
]
