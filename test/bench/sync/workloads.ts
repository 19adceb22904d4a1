import { manyDocuments } from './loads/documents.ts'
import { fanOut } from './loads/fan-out.ts'
import { joins } from './loads/join.ts'
import { killTrials } from './loads/kill.ts'
import { reconnect } from './loads/reconnect.ts'
import { stalledReader } from './loads/stalled.ts'
import { type BenchServer, SERVERS, type ServerName } from './servers.ts'

export type Figures = Readonly<Record<string, number | string>>

/** A load, and on whom it can be put. `documents` is how many agreements it needs, `runs` and `seconds` what it takes by itself. */
export interface Workload {
  readonly title: string
  readonly documents: number
  readonly seconds: number
  readonly runs?: number
  readonly servers: readonly ServerName[]
  run(server: BenchServer, seconds: number): Promise<Figures>
}

const fan = (clients: number, writers: number, perSecond: number): Workload => ({
  title: `${clients} clients in one document, ${writers === clients ? 'all' : writers} typing ${perSecond} keys a second`,
  documents: 1,
  seconds: 5,
  servers: SERVERS,
  run: (server, seconds) => fanOut(server, { clients, writers, perSecond }, seconds),
})

const many = (documents: number): Workload => ({
  title: `${documents} documents with two clients each, 400 keys a second in all, and one minute after everyone left`,
  documents: documents + 1,
  seconds: 8,
  runs: 1,
  servers: SERVERS,
  run: (server, seconds) => manyDocuments(server, documents, seconds),
})

export const WORKLOADS = {
  'fan-1x50': fan(200, 1, 50),
  'fan-200x2': fan(200, 200, 2),
  'fan-50x60': fan(50, 50, 60),
  'fan-200x6': fan(200, 200, 6),
  join: {
    title: 'Joining a text of many edits (BENCH_TRACE, else 100,000 made up)',
    documents: 1,
    seconds: 0,
    runs: 1,
    servers: ['parley', 'yws', 'hocus'],
    run: joins,
  },
  reconnect: {
    title: '200 clients reconnect at once, each with 20 offline edits',
    documents: 1,
    seconds: 0,
    servers: SERVERS,
    run: reconnect,
  },
  stalled: {
    title: 'A reader that stops reading while 31 MB are written',
    documents: 2,
    seconds: 10,
    runs: 1,
    servers: SERVERS,
    run: stalledReader,
  },
  kill: {
    title: 'kill -9 the moment another client has seen an edit (`--seconds` is the number of trials)',
    documents: 1,
    seconds: 100,
    runs: 1,
    servers: ['parley', 'hocus'],
    run: killTrials,
  },
  'documents-1000': many(1000),
  'documents-5000': many(5000),
} as const satisfies Readonly<Record<string, Workload>>

export type WorkloadName = keyof typeof WORKLOADS

export const isWorkload = (name: string): name is WorkloadName => Object.hasOwn(WORKLOADS, name)
