import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

// As its guide says, with the SQLite extension and everything else as it comes.
const extensions = [new SQLite({ database: join(process.env.DATA_DIR, 'hocus.sqlite') })]
const server = new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions })
await server.listen()
process.stdout.write('ready\n')
