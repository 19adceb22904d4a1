import type { DatabaseSync } from 'node:sqlite'

/** Applied in order, each once; the number of the last one is kept. A migration that has been released never changes. */
const MIGRATIONS: readonly string[] = [
  `create table record_rooms (
     id integer primary key,
     agreement text not null,
     room text not null,
     seq integer not null,
     chain blob not null,
     unique (agreement, room)
   ) strict;
   create table record_entries (
     room_id integer not null references record_rooms (id),
     seq integer not null,
     at integer not null,
     author text not null,
     data blob not null,
     chain blob not null,
     primary key (room_id, seq)
   ) strict, without rowid;
   create table record_snapshots (
     room_id integer primary key references record_rooms (id),
     seq integer not null,
     state blob not null
   ) strict;`,
  `create table record_owners (
     room_id integer not null references record_rooms (id),
     client integer not null,
     author text not null,
     primary key (room_id, client)
   ) strict, without rowid;`,
  `create table record_chunks (
     room_id integer not null references record_rooms (id),
     first integer not null,
     last integer not null,
     start blob not null,
     end blob not null,
     data blob not null,
     primary key (room_id, first)
   ) strict;
   create table record_updates (
     id integer primary key,
     at integer not null,
     author text not null,
     data blob not null,
     chain blob not null
   ) strict;
   insert into record_updates (id, at, author, data, chain)
     select room_id << 32 | seq, at, author, data, chain from record_entries;
   drop table record_entries;`,
  // In pieces, so that a large one is written little by little while others commit.
  `create table record_pieces (
     room_id integer not null references record_rooms (id),
     seq integer not null,
     place integer not null,
     data blob not null,
     primary key (room_id, seq, place)
   ) strict;
   insert into record_pieces (room_id, seq, place, data) select room_id, seq, 0, state from record_snapshots;
   alter table record_snapshots drop column state;`,
]

/** Makes the record's tables, or brings them to their newest form. */
export function migrateSqliteRecord(database: DatabaseSync): void {
  // A file that is up to date is opened without a write, so that it can be read while the disk takes none.
  if (versionOf(database) === MIGRATIONS.length) return
  atomically(database, () => {
    database.exec('create table if not exists record_schema (version integer not null) strict')
    const done = versionOf(database)
    if (done === null) database.exec('insert into record_schema (version) values (0)')
    for (const sql of MIGRATIONS.slice(done ?? 0)) database.exec(sql)
    database.prepare('update record_schema set version = ?').run(Math.max(done ?? 0, MIGRATIONS.length))
  })
}

function versionOf(database: DatabaseSync): number | null {
  const named = "select 1 from sqlite_schema where type = 'table' and name = 'record_schema'"
  if (!database.prepare(named).get()) return null
  const row = database.prepare('select version from record_schema').get()
  return row ? Number(row.version) : null
}

/** Runs `work` as one write; it wrote nothing when it throws. */
export const atomically = <T>(database: DatabaseSync, work: () => T): T =>
  within(database, 'begin immediate', work)

/** Runs `work`, which only reads, on the record as it stands at one moment, whatever other processes write meanwhile. */
export const atOneMoment = <T>(database: DatabaseSync, work: () => T): T => within(database, 'begin', work)

function within<T>(database: DatabaseSync, begin: string, work: () => T): T {
  database.exec(begin)
  try {
    const value = work()
    database.exec('commit')
    return value
  } catch (error) {
    // SQLite itself has rolled back after some errors, a full disk among them.
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}
