import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import type { Cluster } from '../../support/cluster/cluster.ts'
import { replayTrace, type Trace } from '../../support/cluster/replay-trace.ts'
import { bringIn, createAgreement, type TestPerson } from '../../support/test-person.ts'

/** Recorded texts that several people wrote at once, each author a client of one server or the other; `folder` has them as `<name>.json.gz`. */
export async function replayTraces(
  cluster: Cluster,
  [ada, ...others]: readonly [TestPerson, TestPerson, ...TestPerson[]],
  folder: string,
  names: readonly string[],
) {
  const results: Record<string, string> = {}
  for (const name of names) {
    const trace: Trace = JSON.parse(gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString())
    const { id } = await createAgreement(ada, { title: name, seed: false })
    for (const other of others) await bringIn(ada, other, id, 'partner')
    const began = performance.now()
    const urls = [cluster.server(0).url, cluster.server(1).url]
    await replayTrace(trace, urls, id, [ada, ...others])
    const took = performance.now() - began
    const doc = new Y.Doc()
    for (const { update } of await cluster.record(id)) Y.applyUpdate(doc, update)
    const equal = doc.getText('trace').toString() === trace.endContent
    results[name] =
      `${trace.txns.length} steps of ${trace.numAgents} authors in ${(took / 1000).toFixed(1)} s: ${equal ? 'equal' : 'NOT EQUAL'}`
  }
  return results
}
