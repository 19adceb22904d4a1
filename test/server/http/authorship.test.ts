import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { seqOf } from '../../../shared/document/compare/line-text.ts'
import { textOf, walk } from '../../../shared/document/document-json.ts'
import { BODY_FRAGMENT } from '../../../shared/document/node-types.ts'
import { readBody } from '../../../shared/document/yjs-body.ts'
import { RecordReader } from '../../../shared/record/history/record-reader.ts'
import { unpackRecordPage } from '../../../shared/record/record-pack.ts'
import { type Drafted, draftAgreement } from '../../support/drafted-agreement.ts'
import { connectStockClient, type StockClient } from '../../support/stock-client.ts'
import type { TestPerson } from '../../support/test-person.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'
import { updateFrame } from '../sync/support/memory-client.ts'

let server: TestServer
let drafted: Drafted
const closers: (() => void)[] = []
beforeAll(async () => {
  server = await startTestServer()
})
afterEach(() => {
  for (const close of closers.splice(0)) close()
})
afterAll(() => server.close())

async function join(person: TestPerson): Promise<StockClient> {
  const client = await connectStockClient(server.url, person, drafted.id)
  closers.push(client.close)
  return client
}

/** A bare socket of a person's, and the reasons for which it was refused something. */
async function socketOf(person: TestPerson) {
  const refusals: string[] = []
  let saved = 0
  const url = `${server.url.replace('http', 'ws')}/sync/${drafted.id}/body?saved=1`
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${person.token}` } })
  closers.push(() => socket.terminate())
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    const kind = decoding.readVarUint(decoder)
    if (kind === 4) saved = decoding.readVarUint(decoder)
    if (kind !== 2) return
    decoding.readVarUint(decoder)
    refusals.push(decoding.readVarString(decoder))
  })
  await once(socket, 'open')
  return { send: (update: Uint8Array) => socket.send(updateFrame(update)), refusals, saved: () => saved }
}

/** What a device with this client id would write next at the end of the text. */
function nextOf(doc: Y.Doc, clientId: number, words: string): Uint8Array {
  const copy = new Y.Doc({ gc: false })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = clientId
  const before = Y.encodeStateVector(copy)
  write(copy, words)
  return Y.encodeStateAsUpdate(copy, before)
}

function write(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(BODY_FRAGMENT).push([paragraph])
}

const serverState = async () => (await server.rooms.state({ agreementId: drafted.id, room: 'body' })).update
const serverText = async () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await serverState())
  return textOf(readBody(doc))
}

async function readRecord(): Promise<{ reader: RecordReader; nameOf: (seq: number | null) => string }> {
  const answer = await drafted.ben.get(`/api/agreements/${drafted.id}/record/body?from=1`)
  const page = unpackRecordPage(answer.bytes)
  if (!page.ok) throw new Error('the page cannot be read')
  const reader = new RecordReader()
  reader.add(page.value.entries)
  const authorOf = (seq: number | null) => (seq === null ? '' : (reader.entry(seq)?.authorId ?? ''))
  return { reader, nameOf: seq => page.value.names.get(authorOf(seq)) ?? 'nobody' }
}

/** Whom the record names for a stretch of the text, as any member reads it. */
async function writersOf(words: string): Promise<readonly string[]> {
  const { reader, nameOf } = await readRecord()
  const found: string[] = []
  walk(reader.attribution(await serverState()), node => {
    const seq = seqOf(node)
    if (node.text === words && seq !== null) found.push(nameOf(seq))
  })
  return found
}

describe('nobody can write in another’s name, over the wire', () => {
  beforeAll(async () => {
    drafted = await draftAgreement(server)
  })

  it('refuses what claims to come from a device of somebody else’s, whole, and goes on', async () => {
    const ada = await join(drafted.ada)
    write(ada.doc, 'Ada wrote this. ')
    await expect.poll(serverText).toContain('Ada wrote this.')
    const ben = await socketOf(drafted.ben)
    ben.send(nextOf(ada.doc, ada.doc.clientID, 'Forged by Ben. '))
    await expect.poll(() => ben.refusals).toEqual(['foreign-author'])
    // What hides among honest words goes with them: nothing of the update is taken.
    const mixed = Y.mergeUpdates([
      nextOf(ada.doc, 777, 'Honest. '),
      nextOf(ada.doc, ada.doc.clientID, 'Hidden. '),
    ])
    const second = await socketOf(drafted.ben)
    second.send(mixed)
    await expect.poll(() => second.refusals).toEqual(['foreign-author'])
    expect(second.saved()).toBe(0)
    write(ada.doc, 'Ada goes on. ')
    await expect.poll(serverText).toContain('Ada goes on.')
    expect(await serverText()).not.toMatch(/Forged|Honest|Hidden/)
    expect(await writersOf('Ada goes on. ')).toEqual(['Ada Lund'])
  })

  it('names who sent it, whatever the client id: an id says nothing before its owner has used it', async () => {
    const ada = await join(drafted.ada)
    const bens = await socketOf(drafted.ben)
    bens.send(nextOf(ada.doc, 4_000_000_001, 'Ben chose this id. '))
    await expect.poll(() => textOf(readBody(ada.doc))).toContain('Ben chose this id.')
    expect(await writersOf('Ben chose this id. ')).toEqual(['Ben Ödegård'])
    // From now on it is his: Ada’s device that claims it is the one that is refused.
    const adas = await socketOf(drafted.ada)
    adas.send(nextOf(ada.doc, 4_000_000_001, 'Not Ada’s. '))
    await expect.poll(() => adas.refusals).toEqual(['foreign-author'])
  })

  it('leaves words with whoever wrote them when somebody else sends them again, and removals with whoever removed', async () => {
    const ada = await join(drafted.ada)
    write(ada.doc, 'Sent again by Ben. ')
    await expect.poll(serverText).toContain('Sent again by Ben.')
    const ben = await socketOf(drafted.ben)
    ben.send(Y.encodeStateAsUpdate(ada.doc))
    await expect.poll(ben.saved).toBe(1)
    expect(ben.refusals).toEqual([])
    expect(await writersOf('Sent again by Ben. ')).toEqual(['Ada Lund'])

    const before = (await readRecord()).reader.head
    const text = ada.doc.getXmlFragment(BODY_FRAGMENT)
    const clock = Y.encodeStateVector(ada.doc)
    const bens = new Y.Doc()
    Y.applyUpdate(bens, Y.encodeStateAsUpdate(ada.doc))
    bens.getXmlFragment(BODY_FRAGMENT).delete(text.length - 1, 1)
    ben.send(Y.encodeStateAsUpdate(bens, clock))
    await expect.poll(serverText).not.toContain('Sent again by Ben.')
    const { reader, nameOf } = await readRecord()
    const parts = reader
      .compare(before, reader.head)
      .clauses.flatMap(({ lines }) => lines.flatMap(line => line.parts))
    expect(parts.filter(({ kind }) => kind === 'removed').map(({ seq }) => nameOf(seq))).toEqual([
      'Ben Ödegård',
    ])
  })
})
