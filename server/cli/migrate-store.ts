import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { moveStore } from '../operations/move-store.ts'

const USAGE = `Moves the store in DATA_DIR to the PostgreSQL database in DATABASE_URL and compares the two.

  DATABASE_URL=postgres://… npm run migrate-store

Stop the server first; start it with the same DATABASE_URL afterwards. The files in DATA_DIR stay as they are. Should it be interrupted, run it again.`

async function main(): Promise<number> {
  const config = readConfig(process.env)
  if (!config.ok) {
    console.error(config.error.message)
    return 2
  }
  const { dataDir, databaseUrl } = config.value
  if (databaseUrl === null || process.argv.length > 2) {
    console.error(USAGE)
    return 2
  }
  let told = performance.now()
  const moved = await moveStore({
    dataDir,
    databaseUrl,
    log: pino({ level: 'warn' }),
    tell: ({ rooms, entries }) => {
      if (performance.now() - told < 1000) return
      told = performance.now()
      console.log(`${entries} updates of ${rooms} rooms so far`)
    },
  })
  if (!moved.ok) {
    console.error(moved.error.message)
    return 1
  }
  for (const { table, rows } of moved.value.tables) console.log(`${String(rows).padStart(9)}  ${table}`)
  console.log(
    `${moved.value.entries} updates moved now; ${moved.value.rooms} rooms have the same record on both sides.`,
  )
  console.log('Moved. Start the server with this DATABASE_URL.')
  return 0
}

process.exitCode = await main()
