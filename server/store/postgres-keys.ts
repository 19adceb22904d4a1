import type { Pool } from 'pg'
import { must } from '../../shared/result.ts'
import type { KeyName, ServerKeys } from './server-keys.ts'

/** Keys in the database, so that every server signs with the same ones. Makes the table where it is missing. */
export async function openPostgresKeys(pool: Pool): Promise<ServerKeys> {
  await pool.query('create table if not exists server_key (name text primary key, value text not null)')

  const read = async (name: KeyName): Promise<string | null> => {
    const { rows } = await pool.query<{ value: string }>('select value from server_key where name = $1', [
      name,
    ])
    return rows[0]?.value ?? null
  }

  return {
    place: name => `the key ${name} in the database (table server_key)`,
    read,
    async keep(name, value) {
      await pool.query('insert into server_key (name, value) values ($1, $2) on conflict do nothing', [
        name,
        value,
      ])
      return must(await read(name), 'a key that was just kept is there')
    },
  }
}
