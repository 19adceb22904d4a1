import * as Y from 'yjs'
import { type MergeRanges, mergeRangesOf } from '../../../shared/record/merge/merge-ranges.ts'
import { keepMerge } from '../../../shared/record/merge/merge-rooms.ts'
import { must } from '../../../shared/result.ts'
import { writer } from '../../support/merge-writers.ts'
import { SeededRandom } from '../../support/seeded-random.ts'
import type { TestPerson } from '../../support/test-person.ts'
import type { TestServer } from '../../support/test-server.ts'
import { threeDaysApart } from '../three-days-apart.ts'

export interface Offline {
  readonly server: TestServer
  readonly agreementId: string
  readonly owner: TestPerson
  readonly other: TestPerson
}

/** What two who were apart for so many edits each bring: the changes, and the entry of their merge. */
export interface OfflineChanges {
  readonly mine: Uint8Array
  readonly theirs: Uint8Array
  readonly ranges: MergeRanges
}

/** From the text as the server has it now; another `round` writes with other Yjs clients. */
export async function makeOfflineChanges(
  { server, agreementId }: Offline,
  edits: number,
  round: number,
): Promise<OfflineChanges> {
  const base = (await server.rooms.state({ agreementId, room: 'body' })).update
  const random = new SeededRandom(7 + round)
  const client = 2_000_000 + round * 1000
  const [mine, theirs] = [writer('parley', client + 100, base), writer('parley', client + 200, base)]
  threeDaysApart(mine, edits, random, `mine${round}`)
  threeDaysApart(theirs, edits, random, `theirs${round}`)
  const answer = Y.encodeStateAsUpdate(theirs.doc, Y.encodeStateVector(mine.doc))
  const work = mine.work()
  const ranges = mergeRangesOf({ at: Y.snapshot(mine.doc), mine: work, others: [], answer })
  return { mine: Y.mergeUpdates([...work]), theirs: answer, ranges: must<MergeRanges>(ranges, 'a merge') }
}

/** Brings them to the server as two connections would, the text before what is said of it. */
export async function bringOfflineChanges(
  { server, agreementId, owner, other }: Offline,
  { mine, theirs, ranges }: OfflineChanges,
): Promise<void> {
  const body = { agreementId, room: 'body' } as const
  await server.rooms.write(body, theirs, other.id)
  await server.rooms.write(body, mine, owner.id)
  const discussion = new Y.Doc()
  keepMerge(discussion, ranges, owner.id, Date.now())
  await server.rooms.write({ agreementId, room: 'discussion' }, Y.encodeStateAsUpdate(discussion), owner.id)
}
