import * as Y from 'yjs'
import { firstBrokenLink } from '../../../shared/record/chain.ts'
import { sha256 } from '../../contract/record-store.contract.ts'
import { Typist } from '../../server/sync/support/typist.ts'
import { until } from '../../server/sync/support/until.ts'
import { SeededRandom } from '../seeded-random.ts'
import { bringIn, createAgreement } from '../test-person.ts'
import { type Cluster, startCluster } from './cluster.ts'

/** What is taken away while people type on both servers. */
export const BLOWS = ['first server', 'second server', 'Redis', 'PostgreSQL'] as const
export type Blow = (typeof BLOWS)[number]

export interface TrialsReport {
  readonly trials: number
  /** Words that some client was told are saved, or has seen from another. */
  readonly promised: number
  readonly typed: number
  readonly entries: number
}

const PATIENCE_MS = 90_000

/**
 * Two people type on two servers; at a random moment, something is killed and started again; both must go on. After each blow,
 * and in the end, the record holds every word that was promised, its chain holds, and both copies are equal. Throws otherwise.
 */
export async function runKillTrials(
  blows: readonly Blow[],
  seed: number,
  note = (_line: string) => {},
): Promise<TrialsReport> {
  const cluster = await startCluster()
  try {
    return await trialsOn(cluster, blows, new SeededRandom(seed), note)
  } finally {
    await cluster.close()
  }
}

async function trialsOn(
  cluster: Cluster,
  blows: readonly Blow[],
  random: SeededRandom,
  note: (line: string) => void,
): Promise<TrialsReport> {
  const ada = await cluster.server(0).signUp('Ada')
  const ben = await cluster.server(1).signUp('Ben')
  const { id } = await createAgreement(ada, { title: 'Killed', seed: false })
  await bringIn(ada, ben, id, 'partner')

  let saved = 0
  let enough = 0
  let strike: () => void = () => {}
  const onSaved = () => {
    if (++saved >= enough) strike()
  }
  const typists = [ada, ben].map(
    (person, index) =>
      new Typist(index === 0 ? 'ada' : 'ben', cluster.server(index).url.replace('http', 'ws'), onSaved, {
        agreementId: id,
        token: person.token,
        everyMs: 10,
      }),
  )
  const promised = () => new Set(typists.flatMap(({ saved: told, seen }) => [...told, ...seen]))

  const mustHoldAll = async (after: string) => {
    const words = promised()
    const entries = await cluster.record(id)
    const doc = new Y.Doc()
    for (const { update } of entries) Y.applyUpdate(doc, update)
    const lost = [...words].filter(word => !doc.getMap('words').has(word))
    if (lost.length > 0)
      throw new Error(`After ${after}: ${lost.length} promised words are lost, as ${lost[0]}`)
    const broken = firstBrokenLink({ agreementId: id, room: 'body' }, entries, sha256)
    if (broken !== null) throw new Error(`After ${after}: the chain breaks at entry ${broken}`)
    if (entries.some(({ seq }, index) => seq !== index + 1))
      throw new Error(`After ${after}: the record has a gap`)
    return { entries, doc }
  }

  for (const [trial, blow] of blows.entries()) {
    const struck = new Promise<void>(resolve => {
      strike = resolve
    })
    enough = saved + 5 + random.int(60)
    await struck
    await land(cluster, blow)
    await mustHoldAll(`${blow}, trial ${trial}`)
    const before = typists.map(typist => typist.saved.size)
    await until(
      `both go on after ${blow}, trial ${trial}`,
      () => typists.every((typist, index) => typist.saved.size > (before[index] ?? 0) + 3),
      PATIENCE_MS,
    )
    note(`trial ${trial + 1} of ${blows.length}: ${blow}, ${promised().size} words promised, none lost`)
  }

  for (const typist of typists) typist.stopTyping()
  await until(
    'all words are saved',
    () => typists.every(typist => typist.saved.size === typist.typed.length),
    PATIENCE_MS,
  )
  const typed = typists.reduce((sum, typist) => sum + typist.typed.length, 0)
  await until(
    'both have all words',
    () => typists.every(({ doc }) => doc.getMap('words').size === typed),
    PATIENCE_MS,
  )
  const { entries, doc } = await mustHoldAll('all trials')
  const all = [doc, ...typists.map(typist => typist.doc)].map(each => JSON.stringify(sorted(each)))
  if (new Set(all).size !== 1) throw new Error('The copies have diverged')
  for (const typist of typists) typist.stop()
  return { trials: blows.length, promised: promised().size, typed, entries: entries.length }
}

const sorted = (doc: Y.Doc) => Object.keys(doc.getMap('words').toJSON()).sort()

async function land(cluster: Cluster, blow: Blow): Promise<void> {
  switch (blow) {
    case 'first server':
    case 'second server': {
      const index = blow === 'first server' ? 0 : 1
      await cluster.kill(index)
      return cluster.restart(index)
    }
    case 'Redis':
      await cluster.redis.stop()
      return cluster.redis.start()
    case 'PostgreSQL':
      await cluster.postgres.stop('immediate')
      return cluster.postgres.start()
  }
}
