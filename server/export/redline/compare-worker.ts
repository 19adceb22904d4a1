import { parentPort } from 'node:worker_threads'
import { RecordReader } from '../../../shared/record/history/record-reader.ts'
import { unpackRecordPage } from '../../../shared/record/record-pack.ts'
import { assert, must } from '../../../shared/result.ts'
import type { CompareRequest } from './comparer.ts'

const port = must(parentPort, 'this file runs as a worker only')

port.on('message', ({ page, from, to }: CompareRequest) => {
  const unpacked = unpackRecordPage(page)
  assert(unpacked.ok, 'the server packs what its worker can read')
  const reader = new RecordReader()
  reader.add(unpacked.value.entries)
  port.postMessage(reader.compare(from, to))
})
