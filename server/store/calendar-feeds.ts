import type { Database } from './database.ts'

/** An address that reads the dates of one agreement for one person. Only the hash of its token is known. */
export interface CalendarFeed {
  readonly agreementId: string
  readonly userId: string
  /** SHA-256, lower-case hex. */
  readonly tokenHash: string
  /** ISO 8601 UTC. */
  readonly createdAt: string
}

/** The addresses of calendars. Each call is durable when it resolves. */
export interface CalendarFeeds {
  /** Keeps an address; the former one of the same person for the same agreement stops working. */
  keep(feed: CalendarFeed): Promise<void>
  of(agreementId: string, userId: string): Promise<CalendarFeed | null>
  byTokenHash(tokenHash: string): Promise<CalendarFeed | null>
  /** Does nothing where there is none. */
  remove(agreementId: string, userId: string): Promise<void>
}

/** The addresses in the database of the agreements, whichever it is. */
export function createCalendarFeeds(db: Database): CalendarFeeds {
  const feeds = () => db.selectFrom('calendar_feed').selectAll()
  return {
    async keep({ agreementId, userId, tokenHash, createdAt }) {
      await db
        .insertInto('calendar_feed')
        .values({
          agreement_id: agreementId,
          user_id: userId,
          token_hash: tokenHash,
          created_at: createdAt,
        })
        .onConflict(conflict =>
          conflict
            .columns(['agreement_id', 'user_id'])
            .doUpdateSet({ token_hash: tokenHash, created_at: createdAt }),
        )
        .execute()
    },
    async of(agreementId, userId) {
      const row = await feeds()
        .where('agreement_id', '=', agreementId)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return row ? feedOf(row) : null
    },
    async byTokenHash(tokenHash) {
      const row = await feeds().where('token_hash', '=', tokenHash).executeTakeFirst()
      return row ? feedOf(row) : null
    },
    async remove(agreementId, userId) {
      await db
        .deleteFrom('calendar_feed')
        .where('agreement_id', '=', agreementId)
        .where('user_id', '=', userId)
        .execute()
    },
  }
}

const feedOf = (row: {
  agreement_id: string
  user_id: string
  token_hash: string
  created_at: string
}): CalendarFeed => ({
  agreementId: row.agreement_id,
  userId: row.user_id,
  tokenHash: row.token_hash,
  createdAt: row.created_at,
})
