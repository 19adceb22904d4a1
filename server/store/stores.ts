import type { AgreementStore } from './agreement-store.ts'
import type { Database } from './database.ts'
import type { RecordStore, SharedRecord } from './record-store.ts'
import type { ServerKeys } from './server-keys.ts'

/** Everything that the server keeps. */
export interface Stores {
  readonly db: Database
  readonly databaseType: 'sqlite' | 'postgres'
  readonly agreements: AgreementStore
  readonly record: RecordStore
  /** The same record where several servers may write it; null for the embedded one. */
  readonly shared: SharedRecord | null
  readonly keys: ServerKeys
  /** Runs `work` while no other server starts on the same store: for whoever makes tables. */
  whileStarting<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
