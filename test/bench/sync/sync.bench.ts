import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Prepared, prepare } from './prepare.ts'
import { section, tableOf } from './report.ts'
import { SERVERS, type ServerName } from './servers.ts'
import { type Figures, isWorkload, WORKLOADS, type Workload, type WorkloadName } from './workloads.ts'

// Parley against its peers, each load on one server after the other, several times in turn, medians in the end. Servers run on
// the first core, the load on the second. `npm run bench:sync -- --help` says how to ask for less than all.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seconds: { type: 'string' },
    servers: { type: 'string', default: SERVERS.join() },
    out: { type: 'string' },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || positionals.some(name => !isWorkload(name))) {
  console.log(
    'npm run bench:sync -- [workload…] [--runs 3] [--seconds 5] [--servers parley,bare,yws,hocus] [--out table.md] [--profile folder]\n' +
      `Workloads: ${Object.keys(WORKLOADS).join(', ')}\n` +
      'BENCH_TRACE names a trace (automerge-paper.json.gz) for the joins; without one a text is made up.',
  )
  process.exit(values.help ? 0 : 1)
}
if (availableParallelism() < 2) throw new Error('Server and load need a core each')

const names = (positionals.length > 0 ? positionals : Object.keys(WORKLOADS)).filter(isWorkload)
const wanted = values.servers.split(',').filter((name): name is ServerName => SERVERS.includes(name as never))
if (wanted.some(name => name !== 'parley')) installPeers()

const prepared = new Map<number, Prepared>()
const sections: string[] = []
try {
  for (const name of names) {
    const results = await measure(name, WORKLOADS[name])
    const text = section(WORKLOADS[name].title, tableOf(results))
    console.log(text)
    sections.push(text)
  }
} finally {
  for (const { folder } of prepared.values()) rmSync(folder, { recursive: true, force: true })
}
if (values.out) writeFileSync(values.out, `${machine()}\n\n${sections.join('\n')}`)

/** Every server in turn, then again: what else happens on the machine meets all of them. */
async function measure(name: WorkloadName, workload: Workload): Promise<Map<ServerName, Figures[]>> {
  const runs = Number(values.runs ?? workload.runs ?? 3)
  const data = await preparedFor(workload.documents)
  const results = new Map<ServerName, Figures[]>()
  for (let run = 0; run < runs; run++) {
    for (const server of workload.servers.filter(server => wanted.includes(server))) {
      const figures = await load(name, server, data.folder, values.seconds ?? String(workload.seconds))
      results.set(server, [...(results.get(server) ?? []), { ...figures, 'machine load': loadavg()[0] ?? 0 }])
    }
  }
  return results
}

async function preparedFor(documents: number): Promise<Prepared> {
  const found = prepared.get(documents) ?? (await prepare(documents))
  prepared.set(documents, found)
  return found
}

async function load(workload: string, server: string, folder: string, seconds: string): Promise<Figures> {
  const flags = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  const script = join(import.meta.dirname, 'load.ts')
  const child = spawn(
    'taskset',
    [
      '-c',
      '1',
      process.execPath,
      '--max-old-space-size=4096',
      script,
      workload,
      server,
      folder,
      seconds,
      ...flags,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  )
  let output = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) return { failed: `exit ${code}` }
  const figures: Figures = JSON.parse(output.trim().split('\n').at(-1) ?? '{}')
  console.log(`  ${workload} ${server}: ${JSON.stringify(figures)}`)
  return figures
}

function installPeers(): void {
  const folder = join(import.meta.dirname, 'peers')
  if (existsSync(join(folder, 'node_modules/@hocuspocus'))) return
  // One peer asks for a package that was never published beside its own.
  execFileSync('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
  })
}

function machine(): string {
  return `${new Date().toISOString().slice(0, 16)}Z, ${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.versions.node}`
}
