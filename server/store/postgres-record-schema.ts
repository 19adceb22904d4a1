import type { Pool } from 'pg'
import { inTransaction } from './postgres-pool.ts'

/**
 * Applied in order, each once; the number of the last one is kept. A migration that has been released never changes.
 *
 * `rules` counts how often the access rules of the agreement have changed; `frozen_until` and `frozen_by` are the lease of
 * whoever reads the text in order to seal it. Both are decided under the row's lock, like `seq` and `chain`.
 */
const MIGRATIONS: readonly string[] = [
  `create table record_rooms (
     id bigint generated always as identity primary key,
     agreement text not null,
     room text not null,
     seq bigint not null default 0,
     chain bytea not null default decode(repeat('00', 32), 'hex'),
     rules bigint not null default 0,
     frozen_until timestamptz,
     frozen_by text,
     unique (agreement, room)
   );
   create table record_entries (
     room_id bigint not null references record_rooms (id),
     seq bigint not null,
     at bigint not null,
     author text not null,
     data bytea not null,
     chain bytea not null,
     primary key (room_id, seq)
   );
   create table record_snapshots (
     room_id bigint primary key references record_rooms (id),
     seq bigint not null,
     state bytea not null
   );`,
  `create table record_owners (
     room_id bigint not null references record_rooms (id),
     client bigint not null,
     author text not null,
     primary key (room_id, client)
   );`,
  `create table record_chunks (
     room_id bigint not null references record_rooms (id),
     first bigint not null,
     last bigint not null,
     start_chain bytea not null,
     end_chain bytea not null,
     data bytea not null,
     primary key (room_id, first)
   );
   alter table record_chunks alter column data set storage external;`,
]

/** Makes the record's tables, or brings them to their newest form. One server at a time. */
export const migratePostgresRecord = (pool: Pool): Promise<void> =>
  inTransaction(pool, async client => {
    await client.query('create table if not exists record_schema (version integer not null)')
    const { rows } = await client.query<{ version: number }>('select version from record_schema')
    const done = rows[0]?.version ?? 0
    if (rows.length === 0) await client.query('insert into record_schema (version) values (0)')
    for (const sql of MIGRATIONS.slice(done)) await client.query(sql)
    await client.query('update record_schema set version = $1', [Math.max(done, MIGRATIONS.length)])
  })
