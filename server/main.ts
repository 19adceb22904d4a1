import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

// A second start compiles nothing: a server that was killed is back in half the time. Threads and processes look at the variable.
// Whatever is imported above this line is compiled at each start.
const compiled = join(import.meta.dirname, '../node_modules/.cache/server')
enableCompileCache(compiled)
process.env.NODE_COMPILE_CACHE = compiled

async function main(): Promise<void> {
  const { readConfig } = await import('./config.ts')
  const config = readConfig(process.env)
  if (!config.ok) {
    process.stderr.write(`Parley cannot start with these settings:\n${config.error.message}\n`)
    process.exitCode = 1
    return
  }
  const { startServer } = await import('./start-server.ts')
  const { isStoreUnavailable } = await import('./store/store-unavailable.ts')
  const server = await startServer(config.value).catch((error: unknown) => {
    if (!isStoreUnavailable(error)) throw error
    process.stderr.write(`Parley cannot reach its store: ${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  })
  process.stdout.write(`Parley is ready: ${server.url}\n`)
  // Everybody comes back at once when a server starts anew.
  void server.warmUp()
  // Otherwise it is written at the end, which a server that is killed does not reach.
  flushCompileCache()

  let ending = false
  const end = () => {
    // A second signal means now.
    if (ending) process.exit(1)
    ending = true
    void server.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

await main()
