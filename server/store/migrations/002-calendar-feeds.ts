import type { Kysely } from 'kysely'

/** Addresses under which a calendar program reads the dates of an agreement: one for each member. */
export async function calendarFeeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_feed')
    .addColumn('agreement_id', 'text', column => column.notNull().references('agreement.id'))
    .addColumn('user_id', 'text', column => column.notNull())
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('created_at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('calendar_feed_key', ['agreement_id', 'user_id'])
    .execute()
}
