import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../shared/result.ts'
import { openForSeal } from './pdf-seal-room.ts'
import type { SealClaim } from './seal-claim.ts'

/** Opens one PDF for its seal and ends. Reading a long one takes a third of a second, which no live room should wait for. */
const { pdf, claim }: { pdf: Uint8Array; claim: SealClaim } = workerData
must(parentPort, 'the script runs in a thread').postMessage(await openForSeal(pdf, claim))
