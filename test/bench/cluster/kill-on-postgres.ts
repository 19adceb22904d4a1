import * as Y from 'yjs'
import type { Cluster } from '../../support/cluster/cluster.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'
import { BenchSocket, type OnMessage } from '../sync/bench-socket.ts'
import { clientOf, readTyped, syncMessage, typed } from '../sync/edits.ts'

/** Kills a server on PostgreSQL the moment a client of it, or of the other server, has seen an edit that was sent to it. */
export async function killOnPostgres(
  cluster: Cluster,
  [ada, ben]: readonly [TestPerson, TestPerson, ...TestPerson[]],
  trials: number,
) {
  const { id } = await createAgreement(ada, { title: 'Killed', seed: false })
  await bringIn(ada, ben, id, 'partner')
  const open = (index: number, onMessage: OnMessage) =>
    BenchSocket.open(
      `${cluster.server(index).url.replace('http', 'ws')}/sync/${id}/body`,
      { Authorization: `Bearer ${index === 0 ? ada.token : ben.token}` },
      onMessage,
    )
  let lost = 0
  for (let trial = 0; trial < trials; trial++) {
    const writer = await open(0, () => {})
    const sockets = [writer]
    await new Promise<void>((resolve, reject) => {
      const read: OnMessage = (bytes, start) => {
        if (bytes[start] !== 0) return
        // The reader has the state: what is written from now on comes as an update.
        if (bytes[start + 1] === 1) writer.send(syncMessage(2, typed(trial, 0)))
        if (bytes[start + 1] === 2 && readTyped(bytes, start + 3).index === trial) resolve()
      }
      open(trial % 2, read).then(reader => {
        sockets.push(reader)
        reader.send(syncMessage(0, Uint8Array.of(0)))
      }, reject)
    })
    await cluster.kill(0)
    for (const socket of sockets) socket.destroy()
    const entries = await cluster.record(id)
    const clients = entries.flatMap(({ update }) => Y.decodeUpdate(update).structs.map(s => s.id.client))
    if (!clients.includes(clientOf(trial))) lost++
    await cluster.restart(0)
  }
  return { trials, 'edits lost': lost }
}
