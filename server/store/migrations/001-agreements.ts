import type { Kysely } from 'kysely'
import type { ColumnTypes } from '../column-types.ts'

/** Agreements, who belongs to them, their sealed versions and what is derived from their text. */
export async function agreements(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('agreement')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('model', 'text', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('changed_at', 'text', column => column.notNull())
    .addColumn('changed_by', 'text')
    .execute()

  await db.schema
    .createTable('member')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('agreement_id', 'text', column => column.notNull().references('agreement.id'))
    .addColumn('user_id', 'text', column => column.notNull())
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('party_id', 'text')
    .addColumn('joined_at', 'text', column => column.notNull())
    .addUniqueConstraint('member_once', ['agreement_id', 'user_id'])
    .execute()
  await db.schema.createIndex('member_by_user').on('member').column('user_id').execute()

  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('agreement_id', 'text', column => column.notNull().references('agreement.id'))
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('party_id', 'text')
    .addColumn('created_by', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull())
    .addColumn('accepted_by', 'text')
    .execute()
  await db.schema.createIndex('invitation_by_agreement').on('invitation').column('agreement_id').execute()

  await db.schema
    .createTable('version')
    .addColumn('agreement_id', 'text', column => column.notNull().references('agreement.id'))
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('manifest_json', 'text', column => column.notNull())
    .addColumn('fingerprint', 'text', column => column.notNull())
    .addColumn('snapshot', types.bytes, column => column.notNull())
    .addColumn('sealed_at', 'text', column => column.notNull())
    .addColumn('signatories', 'integer', column => column.notNull())
    .addColumn('refusal_json', 'text')
    .addPrimaryKeyConstraint('version_key', ['agreement_id', 'number'])
    .execute()

  await db.schema
    .createTable('signature')
    .addColumn('agreement_id', 'text', column => column.notNull())
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('member_id', 'text', column => column.notNull())
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('record_json', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('signature_key', ['agreement_id', 'number', 'member_id'])
    .execute()

  await db.schema
    .createTable('signed_pdf')
    .addColumn('agreement_id', 'text', column => column.notNull())
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('pdf', types.bytes, column => column.notNull())
    .addPrimaryKeyConstraint('signed_pdf_key', ['agreement_id', 'number'])
    .execute()

  await db.schema
    .createTable('terms')
    .addColumn('agreement_id', 'text', column => column.primaryKey().references('agreement.id'))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('at', 'text', column => column.notNull())
    .addColumn('terms_json', 'text', column => column.notNull())
    .addColumn('parties_json', 'text', column => column.notNull())
    .execute()

  await db.schema
    .createTable('passkey')
    .addColumn('credential_id', 'text', column => column.primaryKey())
    .addColumn('user_id', 'text', column => column.notNull())
    .addColumn('public_key', 'text', column => column.notNull())
    .addColumn('algorithm', 'integer', column => column.notNull())
    .addColumn('counter', 'bigint', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('passkey_by_user').on('passkey').column('user_id').execute()
}
