import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig, type ServerConfig } from '../config.ts'
import { checkStore, type StoreReport } from '../operations/check-store.ts'
import { DATABASES, damageIn } from '../operations/embedded-files.ts'
import { openStores } from '../store/open-stores.ts'
import { storeLines } from './store-lines.ts'

// `npm run check-store`: reads the whole store and says whether it is sound. The server may run meanwhile. It ends with 0 when
// the store is sound, with 1 when not, and with 2 when it could not begin.

async function main(): Promise<number> {
  const config = readConfig(process.env)
  if (!config.ok) {
    console.error(config.error.message)
    return 2
  }
  const { databaseUrl, dataDir } = config.value
  if (databaseUrl === null && !DATABASES.every(name => existsSync(join(dataDir, name)))) {
    console.error(`There is no store in ${dataDir}.`)
    return 2
  }
  const report = await check(config.value)
  console.log(storeLines(report).join('\n'))
  return report.problems.length === 0 ? 0 : 1
}

async function check(config: ServerConfig): Promise<StoreReport> {
  const files = config.databaseUrl === null ? DATABASES : []
  const damage = files.flatMap(name =>
    damageIn(join(config.dataDir, name)).map(problem => `${name}: ${problem}`),
  )
  const stores = await openStores(config, pino({ level: 'warn' }))
  try {
    const report = await checkStore(stores)
    return { ...report, problems: [...damage, ...report.problems] }
  } finally {
    await stores.close()
  }
}

process.exitCode = await main()
