import { writeSync } from 'node:fs'
import { createSqliteRecordStore } from '../../../../server/store/sqlite-record-store.ts'
import { createWorld } from './engine-fixture.ts'
import { startSocketServer } from './socket-server.ts'

// A server with nothing but the engine and its record in SQLite, to be killed. It prints its address when it is ready.
const [file = '', port = '0'] = process.argv.slice(2)
const limits = { foldUpdates: 16, snapshotEntries: 40 }
const record = createSqliteRecordStore({ file })
const server = await startSocketServer(createWorld(), record, { limits, port: Number(port) })
writeSync(1, `${server.url}\n`)
