import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringIn, createAgreement } from '../../support/test-person.ts'
import { startServerProcess } from '../../support/test-server.ts'

/** A folder of data with accounts and agreements in it, from which each run of Parley starts. */
export interface Prepared {
  readonly folder: string
  readonly tokens: readonly string[]
  readonly agreements: readonly string[]
  /** Settings of the server for a load that comes from one address. */
  readonly settings: Readonly<Record<string, string>>
}

const PEOPLE = 8
const FILE = 'bench.json'

/**
 * Signs people up and has one of them create the agreements, over the server's own API. The first agreement has all of them as
 * members; the others are for two clients of one person each.
 */
export async function prepare(agreements: number): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-data-'))
  const server = await startServerProcess({ dataDir: folder, environment: { LOG_LEVEL: 'warn' } })
  const people = []
  for (let n = 0; n < PEOPLE; n++) {
    people.push(await server.signUp(`Person ${n}`, `person-${n}@example.org`))
  }
  const [ada, ...others] = people
  if (!ada) throw new Error('Nobody signed up')
  const ids: string[] = []
  const create = async () => {
    while (ids.length < agreements) {
      const place = ids.push('') - 1
      ids[place] = (await createAgreement(ada, { title: `Agreement ${place}`, seed: false })).id
    }
  }
  await Promise.all([create(), create(), create(), create()])
  for (const other of others) await bringIn(ada, other, ids[0] ?? '', 'partner', PARTY)
  await server.stop()
  const prepared: Prepared = {
    folder,
    tokens: people.map(({ token }) => token),
    agreements: ids,
    settings: {
      SOCKETS_PER_MEMBER: '0',
      SOCKETS_PER_ADDRESS: '0',
      OPENINGS_PER_MINUTE: '0',
      MESSAGES_PER_SECOND: '0',
    },
  }
  writeFileSync(join(folder, FILE), JSON.stringify(prepared))
  return prepared
}

const PARTY = 'party-of-the-bench01'

/** What `prepare` made, in another process. */
export const readPrepared = (folder: string): Prepared => JSON.parse(readFileSync(join(folder, FILE), 'utf8'))
