import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { ColumnTypes } from './column-types.ts'
import { agreements } from './migrations/001-agreements.ts'
import { calendarFeeds } from './migrations/002-calendar-feeds.ts'

type NumberedMigration = (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>

/** Applied in the order of their names, each once. A migration that has been released never changes. */
const MIGRATIONS: Readonly<Record<string, NumberedMigration>> = {
  '001-agreements': agreements,
  '002-calendar-feeds': calendarFeeds,
}

/** Brings the database to the newest form; throws, with the database as it was, when a migration fails. */
export async function migrate<Schema>(db: Kysely<Schema>, types: ColumnTypes): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(MIGRATIONS).map(([name, up]) => [name, { up: db => up(db, types) }]),
        ),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
