import { readPrepared } from './prepare.ts'
import { BenchServer, type ServerName } from './servers.ts'
import { isWorkload, WORKLOADS } from './workloads.ts'

// One load on one server: `load.ts <workload> <server> <prepared folder> <seconds> [node flags]`. Prints its figures as JSON.
const [workload = '', name = '', folder = '', seconds = '5', ...flags] = process.argv.slice(2)
if (!isWorkload(workload)) throw new Error(`There is no workload ${workload}`)
const server = new BenchServer(name as ServerName, readPrepared(folder), flags)
try {
  const figures = await WORKLOADS[workload].run(server, Number(seconds))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await server.stop()
  server.remove()
}
process.exit(0)
