import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Manifest } from '../../shared/sealing/manifest.ts'
import type { Tables } from './tables.ts'

/** Ties a change of an agreement's rules to its record, where other servers may be writing that record at the same time. */
export interface AccessFence {
  /** Status, a role or a membership changes in this transaction: what was judged by the rules before is refused from its end on. */
  rulesChange(trx: Transaction<Tables>, agreementId: string): Promise<void>
  /** Whether the text's record stands at just this entry; it then stays there until the transaction ends. */
  textStandsAt(trx: Transaction<Tables>, agreementId: string, record: Manifest['record']): Promise<boolean>
}

/** For one server, which keeps its rooms and its rules in step by itself. */
export const NO_FENCE: AccessFence = { rulesChange: async () => {}, textStandsAt: async () => true }

/** For a record in the same PostgreSQL database. Rooms are locked in the order in which the record locks them. */
export const POSTGRES_FENCE: AccessFence = {
  async rulesChange(trx, agreementId) {
    await sql`insert into record_rooms as r (agreement, room, rules)
      values (${agreementId}, 'body', 1), (${agreementId}, 'discussion', 1)
      on conflict (agreement, room) do update set rules = r.rules + 1`.execute(trx)
  },

  async textStandsAt(trx, agreementId, { updates, head }) {
    // A row to lock, also for a room that nobody has written yet.
    await sql`insert into record_rooms (agreement, room) values (${agreementId}, 'body') on conflict do nothing`.execute(
      trx,
    )
    const { rows } = await sql<{ seq: string; chain: string }>`select seq, encode(chain, 'hex') as chain
      from record_rooms where agreement = ${agreementId} and room = 'body' for update`.execute(trx)
    const [row] = rows
    return row !== undefined && Number(row.seq) === updates && row.chain === head
  },
}
