import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { startCluster } from '../../support/cluster/cluster.ts'
import { BLOWS, runKillTrials } from '../../support/cluster/kill-trials.ts'
import { crossLatency } from './cross-latency.ts'
import { killOnPostgres } from './kill-on-postgres.ts'
import { replayTraces } from './traces.ts'

// Two servers on one PostgreSQL and one Redis, all on this machine. `npm run bench:cluster -- --help` says what there is.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    trials: { type: 'string', default: '30' },
    traces: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const PARTS = ['latency', 'kill', 'blows', 'traces'] as const
if (values.help) {
  console.log(
    `npm run bench:cluster -- [${PARTS.join('|')}…] [--seconds 10] [--trials 30] [--traces folder]\n` +
      'latency: how long an edit takes to a client of the other server. kill: kill -9 the moment another client has seen an edit.\n' +
      'blows: either server, Redis and PostgreSQL killed while people type. traces: friendsforever.json.gz and clownschool.json.gz\n' +
      'of the folder, replayed by one client for each author.',
  )
  process.exit(0)
}
const wanted = positionals.length > 0 ? positionals : PARTS
const wants = (part: (typeof PARTS)[number]) => wanted.includes(part)

console.log(`${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}`)
if (wants('latency') || wants('kill') || (wants('traces') && values.traces)) {
  const cluster = await startCluster()
  try {
    const signUp = (name: string) => cluster.server(0).signUp(name)
    const people = [await signUp('Ada'), await signUp('Ben'), await signUp('Cleo')] as const
    if (wants('latency')) {
      const seconds = Number(values.seconds)
      console.table([
        await crossLatency(cluster, people, { clients: 2, perSecond: 10, seconds }),
        await crossLatency(cluster, people, { clients: 50, perSecond: 2, seconds }),
      ])
    }
    if (wants('traces') && values.traces)
      console.log(await replayTraces(cluster, people, values.traces, ['friendsforever', 'clownschool']))
    if (wants('kill')) console.log(await killOnPostgres(cluster, people, Number(values.trials)))
  } finally {
    await cluster.close()
  }
}
if (wants('blows')) console.log(await runKillTrials(BLOWS, 1, line => console.log(line)))
console.log(`load ${loadavg()[0]?.toFixed(2)}`)
